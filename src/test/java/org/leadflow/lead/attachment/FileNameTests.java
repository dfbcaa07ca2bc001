package org.leadflow.lead.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.core.Refused;

/** The name a sender gives a file. */
class FileNameTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offer.pdf                   | offer.pdf",
        "../../etc/passwd            | passwd",
        "C:\\Users\\petra\\offer.pdf | offer.pdf",
        "a/b\\c.txt                  | c.txt",
        "Angebot für Müller – 3.pdf  | Angebot für Müller – 3.pdf",
        "見積書.pdf                   | 見積書.pdf",
        "say \"yes\"; x=1.txt         | say \"yes\"; x=1.txt",
        ".htaccess                   | .htaccess"
      })
  void onlyItsLastPartIsKept(String given, String kept) {
    assertThat(FileName.of(given)).isEqualTo(kept);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "/",
        "a/",
        "..",
        "a/..",
        ".",
        "a\r\nSet-Cookie: x.txt",
        "a\0.txt",
        "a\tb.txt",
        "a\u202Efdp.exe",
        "a\u2028b.txt",
        "a\u2066b.txt",
        "a\u007F.txt",
        "a\uD800.txt"
      })
  void whatDeceivesIsRefused(String given) {
    assertThatThrownBy(() -> FileName.of(given))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.faults().get(0).field()).isEqualTo("file"));
  }

  @Test
  void itHasAtMost255Characters() {
    assertThat(FileName.of("x".repeat(255))).hasSize(255);
    assertThatThrownBy(() -> FileName.of("x".repeat(256))).isInstanceOf(Refused.class);
  }
}
