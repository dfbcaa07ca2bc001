package org.leadflow.intake.form;

/** Why a submission may not be a person's. */
public enum Suspicion {
  /** A field that no person sees was filled. */
  HIDDEN_FIELD,
  /** The form was not shown by us, or the token is forged. */
  NO_TOKEN,
  /** It was sent faster than a person types. */
  TOO_FAST,
  /** The form was shown long ago. */
  TOO_OLD,
  /** The same form was sent before with something else in it. */
  SENT_BEFORE,
  /** Its bytes were no UTF-8, so somebody's name may be spoilt. */
  WRONG_ENCODING,
  /** More than usual came from this address, or by this form. */
  TOO_MANY;

  /** Whether a person who sent it can say so by sending it once more. */
  boolean canBeConfirmed() {
    return this != HIDDEN_FIELD && this != WRONG_ENCODING && this != TOO_MANY;
  }
}
