package org.leadflow.core;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be told from a mail address. */
public final class MailAddresses {

  /** Anybody can have an address there, so it says nothing about the company. */
  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "yahoo.co.jp",
          "ymail.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "gmx.de",
          "gmx.net",
          "gmx.at",
          "gmx.ch",
          "web.de",
          "t-online.de",
          "freenet.de",
          "mail.com",
          "mail.ru",
          "yandex.ru",
          "proton.me",
          "protonmail.com",
          "orange.fr",
          "free.fr",
          "laposte.net",
          "libero.it",
          "uol.com.br",
          "bol.com.br",
          "qq.com",
          "163.com",
          "126.com",
          "naver.com");

  private MailAddresses() {}

  /** The address by which two are compared: trimmed, in small letters; empty for none. */
  public static Optional<String> key(@Nullable String address) {
    return Optional.ofNullable(address)
        .map(written -> written.strip().toLowerCase(Locale.ROOT))
        .filter(key -> !key.isEmpty());
  }

  /** What stands behind the @, in small letters; empty for null. */
  public static Optional<String> domain(@Nullable String address) {
    return key(address).map(key -> key.substring(key.lastIndexOf('@') + 1));
  }

  /** Whether anybody can have an address in this domain, which is in small letters. */
  public static boolean isFreeMail(String domain) {
    return FREE_MAIL.contains(domain);
  }
}
