package org.leadflow.offer;

import java.util.List;

/** Checks a table of terms before it is put to work. */
public final class OfferSheet {

  private OfferSheet() {}

  /** What is to be mended, line by line; empty when it can be read. */
  public static List<String> faults(String text) {
    return OfferTableReader.faultsOf(text);
  }
}
