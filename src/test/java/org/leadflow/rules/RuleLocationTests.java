package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.rules.drools.RulesOpened;

/** Rules are read the same from wherever they lie. */
class RuleLocationTests {

  @TempDir Path directory;

  @Test
  void aDirectoryMayBeNamedInEveryUsualWay() {
    Path rules = new AuthorsFolder(directory.resolve("größe + rules")).path();

    assertThat(
            Stream.of(rules.toString(), rules + "/", "file:" + rules, rules.toUri().toString())
                .map(location -> RulesOpened.examine(location).rulebook().ruleSets())
                .distinct())
        .hasSize(1);
  }

  @Test
  void aPackedFolderIsReadLikeADirectory() throws IOException {
    Path rules = new AuthorsFolder(directory.resolve("rules")).path();
    Path jar = directory.resolve("packed rules.jar");
    pack(rules, jar);

    assertThat(RulesOpened.examine("jar:" + jar.toUri() + "!/deep/rules/").rulebook().ruleSets())
        .isEqualTo(RulesOpened.examine(rules.toString()).rulebook().ruleSets());
  }

  @Test
  void whatEditorsAndVolumesLeaveBehindIsNoRule() {
    Path rules =
        new AuthorsFolder(directory.resolve("rules"))
            .write("scoring/.size.drl.swp", "x")
            .write("scoring/size.drl~", "x")
            .write("..2026_01_15/scoring/size.drl", "x")
            .path();

    assertThat(RulesOpened.examine(rules.toString()).findings()).isEmpty();
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file);
        Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        String name = ("deep/rules/" + folder.relativize(path)).replaceAll("/$", "");
        out.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
        if (Files.isRegularFile(path)) {
          Files.copy(path, out);
        }
        out.closeEntry();
      }
    }
  }
}
