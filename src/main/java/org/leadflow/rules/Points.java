package org.leadflow.rules;

/**
 * Makes the lead more promising, or less.
 *
 * @param points between -100 and 100; the points of all rules that fire are added up
 */
public record Points(int points) implements Outcome {

  public Points {
    if (points < -100 || points > 100) {
      throw new IllegalArgumentException("points lie between -100 and 100, not " + points);
    }
  }

  @Override
  public String words() {
    return "points " + points;
  }
}
