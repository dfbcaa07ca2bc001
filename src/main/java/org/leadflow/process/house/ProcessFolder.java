package org.leadflow.process.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * The folder of diagrams and forms, in a directory or inside a jar.
 *
 * <p>A file has the same name in both: its path below the folder. That is what lets a copy in a
 * directory continue the versions of the copy in the jar.
 */
public final class ProcessFolder {

  private final ResourcePatternResolver resources;
  private final String location;

  public ProcessFolder(ResourcePatternResolver resources, String location) {
    this.resources = resources;
    this.location = location.endsWith("/") ? location : location + "/";
  }

  public String location() {
    return location;
  }

  /**
   * All diagrams and forms at any depth, by name; empty when there is no such folder. Hidden
   * folders are left out: a mounted Kubernetes ConfigMap keeps a second copy of every file in one.
   *
   * @throws UncheckedIOException when a file cannot be read
   */
  public List<ProcessFile> files() {
    try {
      Resource root = resources.getResource(location);
      List<ProcessFile> files = new ArrayList<>();
      if (root.exists()) {
        for (String ending : List.of(ProcessFile.DIAGRAM, ProcessFile.FORM)) {
          for (Resource found : resources.getResources(location + "**/*" + ending)) {
            String name = nameBelow(root, found);
            if (!isHidden(name)) {
              files.add(new ProcessFile(name, found.getContentAsByteArray()));
            }
          }
        }
      }
      files.sort(Comparator.comparing(ProcessFile::name));
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read the processes at " + location, unreadable);
    }
  }

  /**
   * What is written beside diagrams and forms, such as a page; empty when there is no such file.
   *
   * @throws UncheckedIOException when the file cannot be read
   */
  Optional<String> document(String name) {
    try {
      Resource document = resources.getResource(location + name);
      return document.exists()
          ? Optional.of(document.getContentAsString(StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + name + " at " + location, unreadable);
    }
  }

  private static String nameBelow(Resource root, Resource found) throws IOException {
    if (root.isFile() && found.isFile()) {
      Path folder = root.getFile().toPath().toAbsolutePath().normalize();
      Path file = found.getFile().toPath().toAbsolutePath().normalize();
      return folder.relativize(file).toString().replace('\\', '/');
    }
    String below = found.getURL().toString().substring(root.getURL().toString().length());
    return StringUtils.uriDecode(below, StandardCharsets.UTF_8);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }
}
