package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A copy of our processes that a test changes as a designer would. */
abstract class ChangedFolder {

  @TempDir Path folder;

  @BeforeEach
  void copyTheHouse() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("processes"), folder);
  }

  final void change(String file, String good, String bad) throws IOException {
    assertThat(text(file)).contains(good);
    write(file, text(file).replace(good, bad));
  }

  /** Changes whatever an expression finds. */
  final void changeAll(String file, String good, String bad) throws IOException {
    assertThat(text(file)).containsPattern(good);
    write(file, text(file).replaceAll(good, bad));
  }

  final String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  final void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
