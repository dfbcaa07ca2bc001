package org.leadflow.core;

/** A table of designers cannot be read; the message names the file and every line to mend. */
final class BrokenTable extends RuntimeException {

  private final String setting;

  BrokenTable(String place, String setting, Exception fault) {
    super("%s cannot be used: %s".formatted(place, fault.getMessage()), fault);
    this.setting = setting;
  }

  /** By which another table can be named. */
  String setting() {
    return setting;
  }
}
