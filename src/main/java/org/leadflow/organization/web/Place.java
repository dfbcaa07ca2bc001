package org.leadflow.organization.web;

import org.jspecify.annotations.Nullable;

/**
 * What somebody or a team belongs to: a unit, or a partner, whose unit goes without saying. In a
 * form it is one choice, such as {@code unit:emea} or {@code partner:nordwind}.
 */
record Place(@Nullable String unitId, @Nullable String partnerId) {

  private static final String UNIT = "unit:";
  private static final String PARTNER = "partner:";

  /** Neither for what names none. */
  static Place read(@Nullable String typed) {
    String text = typed == null ? "" : typed.strip();
    return new Place(
        text.startsWith(UNIT) ? text.substring(UNIT.length()) : null,
        text.startsWith(PARTNER) ? text.substring(PARTNER.length()) : null);
  }

  static String written(String unitId, @Nullable String partnerId) {
    return partnerId == null ? UNIT + unitId : PARTNER + partnerId;
  }
}
