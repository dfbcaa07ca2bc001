package org.leadflow.rules;

/**
 * One thing an author has to put right.
 *
 * @param file relative to the rules folder; the folder itself where no file is to blame
 * @param line counted from 1; 0 where no line is to blame
 * @param sentence what is wrong, in words for an author
 */
public record Finding(String file, int line, String sentence) {

  /** As {@code scoring/company-size.drl:5: sentence}. */
  @Override
  public String toString() {
    return (line > 0 ? file + ":" + line : file) + ": " + sentence;
  }
}
