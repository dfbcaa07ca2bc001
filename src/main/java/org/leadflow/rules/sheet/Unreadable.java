package org.leadflow.rules.sheet;

/** A file cannot be read; the message is a sentence for whoever wrote it. */
public class Unreadable extends Exception {

  private final int line;
  private final String cell;

  public Unreadable(String sentence) {
    this(0, "", sentence);
  }

  public Unreadable(int line, String cell, String sentence) {
    super(sentence);
    this.line = line;
    this.cell = cell;
  }

  /** Counted from 1; 0 where no line is to blame. */
  public int line() {
    return line;
  }

  /** As {@code B7}; empty where no cell is to blame. */
  public String cell() {
    return cell;
  }
}
