package org.leadflow.organization;

/**
 * What is wrong at a line of an organisation file.
 *
 * @param line 0 for what is not wrong at one place only
 * @param sentence what is wrong, and what to do about it
 */
public record FileFinding(int line, String sentence) {

  @Override
  public String toString() {
    return line == 0 ? sentence : "line " + line + ": " + sentence;
  }
}
