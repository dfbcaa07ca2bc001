package org.leadflow.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Leads in a file, and what is wrong with it. */
class FactsFileTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  @Test
  void aLineIsALeadAndAnEmptyCellIsNotKnown() {
    FactsFile file = read("\uFEFFcountry,employees,companyName\nDE,800,\"Vogel, Sohn\"\n,12,\n");

    assertThat(file.faults()).isEmpty();
    assertThat(file.leads()).extracting(FactsFile.Line::number).containsExactly(2, 3);
    assertThat(FactValues.known(file.leads().get(0).facts()))
        .containsEntry("country", "DE")
        .containsEntry("employees", 800)
        .containsEntry("companyName", "Vogel, Sohn")
        .containsEntry("today", TODAY);
    assertThat(file.leads().get(1).facts().country()).isNull();
  }

  @Test
  void everythingThatIsWrongIsNamedWithItsPlace() {
    assertThat(read("country,employees\nXX,many\n").faults())
        .hasSize(2)
        .allMatch(fault -> fault.startsWith("line 2, column "));
    assertThat(read("country\nDE,1\n").faults()).hasSize(1);
    assertThat(read("").faults()).hasSize(1);
    assertThat(read("country,country\nDE,DE\n").faults()).hasSize(1);
    assertThat(read("country\n\"DE\n").faults()).hasSize(1);
  }

  @Test
  void ofManyFaultsTheFirstAreNamed() {
    assertThat(read("employees\n" + "x\n".repeat(500)).faults()).hasSize(50);
  }

  private static FactsFile read(String text) {
    return FactsFile.read(new StringReader(text), TODAY);
  }
}
