package org.leadflow.organization;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes passwords, and makes readable ones up. */
final class Passwords {

  private static final PasswordEncoder ENCODER =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();

  private static final int LONGEST_IN_BYTES = 72;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final List<String> WORDS =
      List.of(
          "Amber", "Badger", "Birch", "Candle", "Cedar", "Cobalt", "Copper", "Coral", "Crane",
          "Dune", "Ember", "Falcon", "Fern", "Flint", "Garnet", "Harbor", "Hazel", "Heron",
          "Indigo", "Island", "Ivory", "Jasper", "Juniper", "Lagoon", "Lantern", "Linen", "Lotus",
          "Maple", "Marble", "Meadow", "Mosaic", "Nutmeg", "Ocean", "Olive", "Orchid", "Otter",
          "Pebble", "Pepper", "Pine", "Prairie", "Quartz", "Raven", "River", "Robin", "Saffron",
          "Sage", "Silver", "Sparrow", "Spruce", "Summit", "Sunset", "Thistle", "Timber", "Topaz",
          "Tulip", "Valley", "Velvet", "Violet", "Walnut", "Willow", "Winter", "Wren", "Yarrow",
          "Zephyr");

  private Passwords() {}

  static String hash(String password) {
    if (password.isEmpty()) {
      throw new IllegalArgumentException("A password is never empty.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES) {
      throw new IllegalArgumentException(
          "A password has at most " + LONGEST_IN_BYTES + " bytes (bcrypt looks at no more).");
    }
    return ENCODER.encode(password);
  }

  /** Such as {@code Amber-River-Falcon-42}: good enough for a demonstration, easy to type. */
  static String makeUp() {
    return "%s-%s-%s-%d".formatted(word(), word(), word(), 10 + RANDOM.nextInt(90));
  }

  private static String word() {
    return WORDS.get(RANDOM.nextInt(WORDS.size()));
  }
}
