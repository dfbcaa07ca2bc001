package org.leadflow.lead.attachment;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.leadflow.core.Refused;
import org.springframework.stereotype.Component;

/**
 * Tells by the first bytes what a file is. The name may only make that more exact: an office
 * document is a zip archive that is called one. Nothing is unpacked.
 */
@Component
class FileType {

  private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

  private final AttachmentSettings settings;

  FileType(AttachmentSettings settings) {
    this.settings = settings;
  }

  /**
   * The media type.
   *
   * @param content a stream that can be marked; it stands where it stood afterwards
   * @throws Refused naming the field when files of this type are not taken, or the name says
   *     another one
   */
  String of(InputStream content, String fileName) throws IOException {
    var named = new Metadata();
    named.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
    MediaType found = KNOWN.detect(content, named);
    if (!settings.takes(found.toString())) {
      throw Attachments.refused("is " + found + ", which is not taken");
    }
    MediaType byName = KNOWN.detect(null, named);
    MediaTypeRegistry types = KNOWN.getMediaTypeRegistry();
    if (!byName.equals(MediaType.OCTET_STREAM)
        && !byName.equals(found)
        && !types.isSpecializationOf(found, byName)) {
      throw Attachments.refused("is " + found + ", although its name says " + byName);
    }
    return found.toString();
  }
}
