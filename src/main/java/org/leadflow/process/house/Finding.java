package org.leadflow.process.house;

/**
 * Something to mend.
 *
 * @param file the path of the diagram or form below the folder; empty when it is about the folder
 * @param stops whether nothing may be deployed with it; otherwise it is about being read by people
 */
public record Finding(String file, boolean stops, String sentence) {

  /** The file and what is to be mended in it. */
  @Override
  public String toString() {
    return file.isEmpty() ? sentence : file + ": " + sentence;
  }
}
