package org.leadflow.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;

/**
 * What somebody has to answer before a lead goes on, as its page tells it.
 *
 * @param sentence who is asked what
 * @param instead what can be done meanwhile
 * @param until null when there is no time by which it should be answered
 * @param late whether that is over
 * @param mayAnswer whether the reader may
 * @param byTeam whether a whole team is asked, so that he may answer for it
 */
record Awaited(
    Kind kind,
    String sentence,
    String instead,
    @Nullable Moment until,
    boolean late,
    boolean mayAnswer,
    boolean byTeam) {

  /** The fields that may be filled in, with what they are called. */
  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("emailAddress1", "Email");
    FIELDS.put("telephone1", "Business Phone");
    FIELDS.put("websiteUrl", "Website");
    FIELDS.put("companyName", "Company Name");
    FIELDS.put("address1City", "City");
    FIELDS.put("address1Country", "Country/Region");
  }

  enum Kind {
    APPROVAL("It waits for approval"),
    OFFER("It waits for a partner"),
    DATA("It waits for its data"),
    DUPLICATE("It waits for a decision");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  public String title() {
    return kind.title;
  }

  public boolean isApproval() {
    return kind == Kind.APPROVAL;
  }

  public boolean isOffer() {
    return kind == Kind.OFFER;
  }

  public boolean isData() {
    return kind == Kind.DATA;
  }

  public boolean isDuplicate() {
    return kind == Kind.DUPLICATE;
  }

  public Map<String, String> dataFields() {
    return FIELDS;
  }
}
