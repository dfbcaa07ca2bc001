package org.leadflow.rules.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.house.RulesFolder;

/**
 * Notices that a directory changed and is quiet again: editors and copies write in several steps.
 * Looks at names, sizes and times instead of waiting to be told, which network drives do not do.
 */
final class FolderWatch {

  private final String location;
  private @Nullable String taken;
  private @Nullable String before;

  FolderWatch(String location) {
    this.location = location;
  }

  /** Whether something can change there at all: what the program brings along does not. */
  boolean isWatched() {
    return !location.startsWith("classpath") && !location.startsWith("jar:") && !location.isBlank();
  }

  /** What is there now has been looked at, or is about to be. */
  void taken() {
    taken = fingerprint();
    before = taken;
  }

  /** Whether it is another than what was taken, and has been the same for two looks in a row. */
  boolean changedAndQuiet() {
    String now = fingerprint();
    boolean quiet = now.equals(before);
    before = now;
    return quiet && !now.equals(taken);
  }

  private String fingerprint() {
    Optional<Path> directory = RulesFolder.directory(location);
    if (directory.isEmpty()) {
      return "";
    }
    var files = new TreeMap<String, String>();
    try (Stream<Path> walk = Files.walk(directory.get(), FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        files.put(
            path.toString(),
            file.isDirectory() ? "/" : file.size() + "@" + file.lastModifiedTime());
      }
    } catch (NoSuchFileException | UncheckedIOException gone) {
      // Something is being moved about: not quiet.
      return "moving " + System.nanoTime();
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot look at the rules in " + location, broken);
    }
    return files.toString();
  }
}
