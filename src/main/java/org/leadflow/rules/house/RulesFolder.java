package org.leadflow.rules.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leadflow.rules.Finding;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * The rules folder as it was read: from a directory, from the classes, or from inside a jar.
 *
 * @param location as configured
 * @param files rules and cases, by path
 * @param findings files that could not be read or do not belong here
 */
public record RulesFolder(String location, List<RuleFile> files, List<Finding> findings) {

  /** Folders of folders; without any unit or partner they are empty. */
  private static final Set<String> SHELVES = Set.of("routing", "routing/units", "routing/partners");

  private static final PathMatchingResourcePatternResolver RESOURCES =
      new PathMatchingResourcePatternResolver();

  /**
   * Reads the folder.
   *
   * @param location a directory, or a Spring resource location; a finding tells when it is missing
   * @throws UncheckedIOException if the folder breaks while it is read
   */
  public static RulesFolder at(String location) {
    try {
      return read(location, entries(location));
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read the rules in " + location, broken);
    }
  }

  private static RulesFolder read(String location, List<Entry> entries) {
    var files = new ArrayList<RuleFile>();
    var findings = new ArrayList<Finding>();
    try {
      for (Entry entry : entries) {
        if (entry.path.isEmpty() || FolderEntry.isLeftBehind(entry.path)) {
          continue;
        }
        if (entry.emptyFolder && SHELVES.contains(entry.path)) {
          continue;
        }
        if (entry.emptyFolder) {
          findings.add(
              new Finding(entry.path, 0, "this folder is empty; remove it or write a rule"));
        } else if (!FolderEntry.isForPeople(entry.path)) {
          FolderEntry.read(entry.path, entry.resource.getContentAsByteArray(), files, findings);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read the rules in " + location, broken);
    }
    SharedVocabulary.share(files);
    files.sort(Comparator.comparing(RuleFile::path));
    return new RulesFolder(location, List.copyOf(files), List.copyOf(findings));
  }

  /**
   * The same for files that came in another way.
   *
   * @param location in words, where they came from
   * @param contents bytes by path relative to the rules folder
   */
  public static RulesFolder of(String location, Map<String, byte[]> contents) {
    return read(
        location,
        contents.entrySet().stream()
            .map(file -> new Entry(file.getKey(), new ByteArrayResource(file.getValue()), false))
            .toList());
  }

  /** The vocabulary at the top of a folder, in bytes; empty when it has none. */
  public static Optional<byte[]> vocabulary(String location) {
    try {
      Resource file = root(location).createRelative(RuleFile.VOCABULARY);
      return file.exists() ? Optional.of(file.getContentAsByteArray()) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read the rules in " + location, broken);
    }
  }

  /** The directory behind a location; empty when it is packed in a jar or not there. */
  public static Optional<Path> directory(String location) {
    try {
      Resource root = root(location);
      return root.exists() && root.isFile()
          ? Optional.of(root.getFile().toPath())
          : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read the rules in " + location, broken);
    }
  }

  private record Entry(String path, Resource resource, boolean emptyFolder) {}

  private static List<Entry> entries(String location) throws IOException {
    Resource root = root(location);
    if (!root.exists()) {
      return List.of();
    }
    if (root.isFile()) {
      return inDirectory(root.getFile().toPath());
    }
    int prefix = insideJar(root).length();
    var entries = new ArrayList<Entry>();
    for (Resource resource : RESOURCES.getResources(slashed(location) + "**/*")) {
      String path = insideJar(resource);
      if (!path.endsWith("/")) {
        entries.add(new Entry(path.substring(prefix), resource, false));
      }
    }
    return entries;
  }

  private static Resource root(String location) {
    String folder = slashed(location);
    // Without a scheme Spring would look on the class path; an operator means a directory.
    return folder.matches("[a-zA-Z]{2,}:.*")
        ? RESOURCES.getResource(folder)
        : new FileSystemResource(folder);
  }

  private static String slashed(String location) {
    return location.endsWith("/") ? location : location + "/";
  }

  /** The same jar may be spelled in several ways, what lies in it in one. */
  private static String insideJar(Resource resource) throws IOException {
    String url = resource.getURL().toString();
    return StringUtils.uriDecode(
        url.substring(url.lastIndexOf("!/") + "!/".length()), StandardCharsets.UTF_8);
  }

  private static List<Entry> inDirectory(Path root) throws IOException {
    var entries = new ArrayList<Entry>();
    try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        String name = root.relativize(path).toString().replace('\\', '/');
        if (Files.isRegularFile(path)) {
          entries.add(new Entry(name, new FileSystemResource(path), false));
        } else if (Files.isDirectory(path) && isEmpty(path)) {
          entries.add(new Entry(name, new FileSystemResource(path), true));
        }
      }
    }
    return entries;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.findAny().isEmpty();
    }
  }
}
