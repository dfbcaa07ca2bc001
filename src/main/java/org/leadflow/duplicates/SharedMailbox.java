package org.leadflow.duplicates;

import java.util.Set;

/** Mail addresses that a company gives to everybody, by what stands before the @. */
final class SharedMailbox {

  private static final Set<String> NAMES =
      Set.of(
          "accounting",
          "admin",
          "buchhaltung",
          "contact",
          "contacto",
          "contato",
          "einkauf",
          "hello",
          "help",
          "hi",
          "info",
          "kontakt",
          "mail",
          "marketing",
          "office",
          "orders",
          "post",
          "purchasing",
          "reception",
          "sales",
          "sekretariat",
          "service",
          "support",
          "team",
          "vertrieb",
          "webmaster",
          "zentrale");

  private SharedMailbox() {}

  static boolean is(String address) {
    int at = address.indexOf('@');
    return at > 0 && NAMES.contains(address.substring(0, at));
  }
}
