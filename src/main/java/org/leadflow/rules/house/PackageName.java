package org.leadflow.rules.house;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The package a rule file has to name, which is its folder. */
public final class PackageName {

  private PackageName() {}

  /**
   * Slashes become dots; in a folder's name whatever is no letter, digit or underscore becomes an
   * underscore: {@code routing/units/north-west} is {@code routing.units.north_west}. A name that
   * starts with a digit, or is a word of Java, gets an underscore in front.
   */
  public static String of(String folder) {
    return Stream.of(folder.split("/")).map(PackageName::segment).collect(Collectors.joining("."));
  }

  private static String segment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    return SourceVersion.isIdentifier(plain) && !SourceVersion.isKeyword(plain)
        ? plain
        : "_" + plain;
  }
}
