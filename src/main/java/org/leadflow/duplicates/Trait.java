package org.leadflow.duplicates;

/**
 * What two records are compared by, with the points for being the same and for being different. In
 * between they rise with the likeness; where one side is not known there are none.
 *
 * <p>The weights were found on the FEBRL data sets, see {@code FebrlCheck}.
 */
enum Trait {
  FIRST_NAME(4, -4),
  LAST_NAME(5, -4),
  /** The name of the company, or the company's own mail domain. */
  COMPANY(5, -3),
  STREET(4, -2),
  HOUSE_NUMBER(2.5, -1),
  ADDRESS_LINE2(2, -0.5),
  CITY(4, -2),
  POSTAL_CODE(4, -2),
  STATE(0.7, -1),
  /** Mail addresses of which none is the same; the same one is a rule of its own. */
  EMAIL(0, -2);

  private final Weight weight;

  Trait(double same, double different) {
    this.weight = new Weight(same, different);
  }

  /** Without other settings. */
  Weight weight() {
    return weight;
  }

  /** Points for being the same and for being different. */
  record Weight(double same, double different) {

    /** The points for a likeness from 0 to 1, below which nothing is alike any more. */
    double at(double likeness, double nothing) {
      return likeness <= nothing
          ? different
          : different + (same - different) * (likeness - nothing) / (1 - nothing);
    }
  }
}
