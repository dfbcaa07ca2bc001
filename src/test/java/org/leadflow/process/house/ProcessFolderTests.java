package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ProcessFolderTests {

  @TempDir Path directory;

  @BeforeEach
  void writeSomeFiles() throws IOException {
    Path processes = directory.resolve("processes");
    write(processes, "lead.bpmn", "<lead/>");
    write(processes, "emea/offer to partner.bpmn", "<offer/>");
    write(processes, "emea/offer.form", "{}");
    write(processes, "README.md", "# Processes");
    write(processes, "..data/lead.bpmn", "<lead/>");
    write(processes, ".camunda/element-templates/blocks.form", "{}");
  }

  @Test
  void aDirectoryGivesNamesBelowIt() {
    assertThat(namesAt("file:" + directory.resolve("processes") + "/", getClass().getClassLoader()))
        .containsExactly("emea/offer to partner.bpmn", "emea/offer.form", "lead.bpmn");
  }

  @Test
  void theSlashAtTheEndMayBeMissing() {
    assertThat(namesAt("file:" + directory.resolve("processes"), getClass().getClassLoader()))
        .hasSize(3);
  }

  @Test
  void aDirectoryMayBeGivenRelativeToWhereTheProductRuns() {
    assertThat(namesAt("file:./processes", getClass().getClassLoader()))
        .contains("lead-lifecycle.bpmn", "work-lead.form");
  }

  @Test
  void theClassPathGivesTheSameNamesAsTheDirectory() throws IOException {
    try (var classes = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
      assertThat(namesAt("classpath:processes/", classes)).isEqualTo(namesInDirectory());
    }
  }

  @Test
  void aJarGivesTheSameNamesAndContentsAsTheDirectory() throws IOException {
    URL jar = jarOf(directory, directory.resolve("leadflow.jar")).toUri().toURL();
    try (var classes = new URLClassLoader(new URL[] {jar}, null)) {
      assertThat(namesAt("classpath:processes/", classes)).isEqualTo(namesInDirectory());
      assertThat(filesAt("classpath:processes/", classes))
          .last()
          .satisfies(file -> assertThat(file.content()).asString().isEqualTo("<lead/>"));
    }
  }

  @Test
  void ourOwnFolderComesWithTheClasses() {
    assertThat(namesAt("classpath:processes/", getClass().getClassLoader()))
        .contains("lead-lifecycle.bpmn", "work-lead.form")
        .noneMatch(name -> name.endsWith(".md"));
  }

  @Test
  void aFolderThatIsNotThereIsEmpty() {
    assertThat(namesAt("file:" + directory + "/nowhere/", getClass().getClassLoader())).isEmpty();
    assertThat(namesAt("classpath:nowhere/", getClass().getClassLoader())).isEmpty();
  }

  private static void write(Path directory, String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<String> namesInDirectory() {
    return namesAt("file:" + directory.resolve("processes"), getClass().getClassLoader());
  }

  private static List<String> namesAt(String location, ClassLoader classes) {
    return filesAt(location, classes).stream().map(ProcessFile::name).toList();
  }

  private static List<ProcessFile> filesAt(String location, ClassLoader classes) {
    return new ProcessFolder(new PathMatchingResourcePatternResolver(classes), location).files();
  }

  private static Path jarOf(Path root, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(it -> !it.equals(root) && !it.equals(jar)).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        boolean isFolder = Files.isDirectory(file);
        entries.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          Files.copy(file, entries);
        }
        entries.closeEntry();
      }
    }
    return jar;
  }
}
