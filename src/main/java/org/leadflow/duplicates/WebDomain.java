package org.leadflow.duplicates;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.MailAddresses;

/** The domain that belongs to a company, from its website or from a mail address. */
final class WebDomain {

  /** Pages of many companies stand there. */
  private static final Set<String> SHARED =
      Set.of(
          "facebook.com",
          "instagram.com",
          "linkedin.com",
          "xing.com",
          "x.com",
          "twitter.com",
          "youtube.com",
          "tiktok.com",
          "github.com",
          "sites.google.com",
          "google.com",
          "linktr.ee",
          "amazon.com",
          "ebay.com",
          "etsy.com");

  private WebDomain() {}

  /** Empty for null, for what is no address of a website, and for a site that many share. */
  static Optional<String> ofWebsite(@Nullable String url) {
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    String written = url.strip();
    try {
      String host =
          URI.create(written.contains("://") ? written : "https://" + written).getAuthority();
      return Optional.ofNullable(host)
          .map(authority -> authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", ""))
          .flatMap(WebDomain::own);
    } catch (IllegalArgumentException noUrl) {
      return Optional.empty();
    }
  }

  /** Empty for null and for a domain where anybody can have an address. */
  static Optional<String> ofMail(@Nullable String address) {
    return MailAddresses.domain(address).flatMap(WebDomain::own);
  }

  private static Optional<String> own(String host) {
    String name;
    try {
      name = IDN.toASCII(host.toLowerCase(Locale.ROOT)).replaceFirst("^www\\d?\\.", "");
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
    return name.contains(".") && !MailAddresses.isFreeMail(name) && !SHARED.contains(name)
        ? Optional.of(name)
        : Optional.empty();
  }
}
