package org.leadflow.lead.attachment;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files are taken.
 *
 * @param maxSize of one file
 * @param types the media types that are taken, as Tika names them
 */
@ConfigurationProperties("leadflow.attachments")
record AttachmentSettings(
    @DefaultValue("5MB") DataSize maxSize,
    @DefaultValue MaxPerLead maxPerLead,
    @DefaultValue List<String> types) {

  /** How many files of how many bytes together one lead may have. */
  record MaxPerLead(@DefaultValue("50") int count, @DefaultValue("50MB") DataSize size) {}

  boolean takes(String mediaType) {
    return Set.copyOf(types).contains(mediaType);
  }

  /** The size of one file as a person says it. */
  String maxSizeInWords() {
    return inWords(maxSize);
  }

  static String inWords(DataSize size) {
    return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toBytes() + " bytes";
  }
}
