package org.leadflow.rules;

/** Tells who there is to receive leads; another room knows. */
public interface ReceiversNow {

  /** As it is now. */
  KnownReceivers now();
}
