package org.leadflow.duplicates;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * A normalised value by which a record is found again; equal values are equal keys.
 *
 * @param content what is compared; what is longer than the column stands there as its hash, which
 *     is as equal
 */
record Key(Kind kind, String content) {

  private static final int LONGEST = 120;

  Key {
    content = content.length() <= LONGEST ? content : DigestUtils.sha256Hex(content);
  }

  /** What is compared. */
  enum Kind {
    /** The name of a company. */
    NAME,
    /** The name of a company with its country. */
    NAME_IN_COUNTRY,
    /** The domain of a company's website or mail. */
    DOMAIN,
    /** How a word of a company's name sounds, with its city. */
    SOUND_IN_CITY,
    /** A mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** How a word of a person's name sounds, with the account he belongs to. */
    SOUND_AT_ACCOUNT,
    /** How first and last name sound, in whatever order. */
    FULL_NAME,
    /** How the last name sounds, with the company. */
    LAST_AT_COMPANY,
    /** How last name and city sound. */
    LAST_IN_CITY,
    /** How the first name sounds, with the postal code. */
    FIRST_AT_CODE,
    /** How the street sounds, with the postal code. */
    STREET_AT_CODE,
    /** The house number, with how the street sounds. */
    NUMBER_IN_STREET,
    /**
     * A word of the name, the company or the topic, or a phone number without what dials a country:
     * what people type when they search. Nothing is a duplicate by it.
     */
    WORD
  }
}
