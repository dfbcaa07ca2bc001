package org.leadflow.routing.explain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A set of the project's rules, changed and packed as somebody would send it. */
public final class ZippedFolder {

  private ZippedFolder() {}

  /** The files of the set, each as the change leaves it. */
  public static byte[] of(String ruleSet, UnaryOperator<String> change) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Path file : files(ruleSet)) {
        zip.putNextEntry(new ZipEntry("rules/" + ruleSet + "/" + file.getFileName()));
        zip.write(change.apply(Files.readString(file)).getBytes("UTF-8"));
        zip.closeEntry();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  private static List<Path> files(String ruleSet) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("rules", ruleSet))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
