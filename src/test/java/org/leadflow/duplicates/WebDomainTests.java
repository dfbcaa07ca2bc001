package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which domain belongs to a company. */
class WebDomainTests {

  @ParameterizedTest
  @CsvSource({
    "https://www.vogel.example/de/kontakt?a=b, vogel.example",
    "http://VOGEL.example:8080, vogel.example",
    "www.vogel.example, vogel.example",
    " vogel.example/ , vogel.example",
    "https://müller.example, xn--mller-kva.example"
  })
  void aWebsiteHasOne(String url, String domain) {
    assertThat(WebDomain.ofWebsite(url)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "see our page",
        "none",
        "https://www.facebook.com/vogel",
        "http://gmail.com",
        "https://",
        "http://[half"
      })
  void theseTellNothing(String url) {
    assertThat(WebDomain.ofWebsite(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Ann@Vogel.example, vogel.example", "ann@müller.example, xn--mller-kva.example"})
  void anAddressHasOne(String address, String domain) {
    assertThat(WebDomain.ofMail(address)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@gmail.com", "ann@GMX.de", "ann@web.de"})
  void freeMailTellsNothing(String address) {
    assertThat(WebDomain.ofMail(address)).isEmpty();
  }
}
