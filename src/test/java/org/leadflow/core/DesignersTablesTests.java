package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

/** What was checked in a folder is what the product reads from it. */
class DesignersTablesTests {

  @TempDir Path folder;

  @Test
  void theTableBesideTheDiagramsIsRead() throws IOException {
    Files.writeString(folder.resolve("offers.csv"), "beside");

    assertThat(found("file:" + folder, "")).isEqualTo("beside");
    assertThat(found("file:" + folder + "/", " ")).isEqualTo("beside");
  }

  @Test
  void whereNoneLiesThereTheCopyInTheProductIsRead() throws IOException {
    assertThat(found("file:" + folder, "")).isEqualTo(found("classpath:processes/", ""));
  }

  @Test
  void anotherThatIsNamedCountsMore() throws IOException {
    Files.writeString(folder.resolve("offers.csv"), "beside");
    Files.writeString(folder.resolve("other.csv"), "named");

    assertThat(found("file:" + folder, "file:" + folder.resolve("other.csv"))).isEqualTo("named");
  }

  @Test
  void aWrongTableEndsTheStartWithItsPathAndTheLine() throws IOException {
    Path table = Files.writeString(folder.resolve("offers.csv"), "beside");

    var failure = catchThrowableOfType(BrokenTable.class, () -> refused("file:" + folder, ""));

    var analysis = new BrokenTableAnalyzer().analyze(failure);
    assertThat(analysis.getDescription())
        .isEqualTo(table + " cannot be used: line 12: grade must be A, B, C or D");
    assertThat(analysis.getAction()).startsWith("Mend the table").contains("leadflow.offers.table");
  }

  @Test
  void soDoesATableThatIsNotThere() {
    String gone = folder.resolve("gone.csv").toString();

    assertThatThrownBy(() -> found("classpath:processes/", "file:" + gone))
        .isInstanceOf(BrokenTable.class)
        .hasMessageContaining(gone);
  }

  private static void refused(String location, String set) {
    tables(location)
        .read(
            "leadflow.offers.table",
            set,
            "offers.csv",
            text -> {
              throw new IllegalArgumentException("line 12: grade must be A, B, C or D");
            });
  }

  private static String found(String location, String set) {
    return tables(location).read("leadflow.offers.table", set, "offers.csv", text -> text);
  }

  private static DesignersTables tables(String location) {
    return new DesignersTables(new DefaultResourceLoader(), location);
  }
}
