package org.leadflow.rules.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.rules.RuleSetFile;
import org.springframework.web.multipart.MultipartFile;

/** The files of one set as somebody sent them: one by one, or packed in a zip. Never written. */
final class SentFiles {

  private static final int MOST = 200;
  private static final int LARGEST = 20 * 1024 * 1024;

  private final String ruleSet;
  private final Map<String, byte[]> contents = new TreeMap<>();
  private final List<FieldFault> faults = new ArrayList<>();
  private int size;

  private SentFiles(String ruleSet) {
    this.ruleSet = ruleSet;
  }

  /**
   * Reads them.
   *
   * @throws Refused when there is none, or one has no place in the set; names all of these
   */
  static List<RuleSetFile> read(String ruleSet, @Nullable List<MultipartFile> parts) {
    var files = new SentFiles(ruleSet);
    for (MultipartFile part : parts == null ? List.<MultipartFile>of() : parts) {
      files.add(part);
    }
    if (files.contents.isEmpty() && files.faults.isEmpty()) {
      files.fault("file", "must be given: the files of the set, or one zip with all of them");
    }
    if (!files.faults.isEmpty()) {
      throw Refused.invalid("invalid", "The files cannot be taken.", files.faults);
    }
    return files.contents.entrySet().stream()
        .map(file -> new RuleSetFile(file.getKey(), file.getValue()))
        .toList();
  }

  private void add(MultipartFile part) {
    String name = String.valueOf(part.getOriginalFilename());
    try (InputStream content = part.getInputStream()) {
      if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        unpack(content);
      } else {
        add(name, content);
      }
    } catch (ZipException | IllegalArgumentException broken) {
      fault(name, "is no zip that can be read");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void unpack(InputStream packed) throws IOException {
    try (var zip = new ZipInputStream(packed)) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && faults.isEmpty()) {
        if (!entry.isDirectory()) {
          add(entry.getName(), zip);
        }
        entry = zip.getNextEntry();
      }
    }
  }

  private void add(String name, InputStream content) throws IOException {
    String file = inTheSet(name);
    if (file.isEmpty() || file.contains("/") || file.contains("\\")) {
      fault(name, "does not stand in " + ruleSet + " itself");
      return;
    }
    // What editors and packers leave behind is no rule.
    if (file.startsWith(".") || name.startsWith("__MACOSX/")) {
      return;
    }
    byte[] bytes = content.readNBytes(LARGEST - size + 1);
    size += bytes.length;
    if (size > LARGEST || contents.size() >= MOST) {
      fault("file", "is too much: at most %d files and %d bytes".formatted(MOST, LARGEST));
    } else if (contents.put(ruleSet + "/" + file, bytes) != null) {
      fault(name, "is there twice");
    }
  }

  /** A zip of the folder may name it, wholly or by its last step. */
  private String inTheSet(String name) {
    String last = ruleSet.substring(ruleSet.lastIndexOf('/') + 1);
    for (String prefix : List.of("rules/" + ruleSet + "/", ruleSet + "/", last + "/")) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return name.startsWith("__MACOSX/") ? name.substring(name.lastIndexOf('/') + 1) : name;
  }

  private void fault(String field, String message) {
    faults.add(new FieldFault(field, message));
  }
}
