package org.leadflow.rules;

/** How promising a lead is, read from its score. */
public enum Grade {
  A(75),
  B(50),
  C(25),
  D(0);

  private final int from;

  Grade(int from) {
    this.from = from;
  }

  /** The grade of a score; anything below the band of C is a D. */
  public static Grade of(int score) {
    for (Grade grade : values()) {
      if (score >= grade.from) {
        return grade;
      }
    }
    return D;
  }
}
