package org.leadflow.rules;

/**
 * One thing an author has to put right.
 *
 * @param file relative to the rules folder; the folder itself where no file is to blame
 * @param line counted from 1, in a table the row; 0 where no line is to blame
 * @param cell of a table, as {@code B7}; empty where no cell is to blame
 * @param sentence what is wrong, in words for an author
 */
public record Finding(String file, int line, String cell, String sentence) {

  /** What authors wrote is repeated to them, but nobody reads a page of it. */
  private static final int LONGEST = 1500;

  public Finding {
    if (sentence.length() > LONGEST) {
      int half = LONGEST / 2;
      sentence =
          sentence.substring(0, half) + " \u2026 " + sentence.substring(sentence.length() - half);
    }
  }

  /** About a line of a text, or a whole file. */
  public Finding(String file, int line, String sentence) {
    this(file, line, "", sentence);
  }

  /** About a place. */
  public Finding(Place place, String sentence) {
    this(place.file(), place.line(), place.cell(), sentence);
  }

  /** As {@code scoring/company-size.drl:5: sentence}. */
  @Override
  public String toString() {
    return new Place(file, line, cell) + ": " + sentence;
  }
}
