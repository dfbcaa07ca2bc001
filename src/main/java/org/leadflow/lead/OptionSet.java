package org.leadflow.lead;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The option sets of the lead table with the numbers and labels of Dynamics 365. Values that a
 * customer adds start at 100000000, so the built-in numbers never collide.
 */
public enum OptionSet {
  INDUSTRY(
      1,
      "Accounting",
      "Agriculture and Non-petrol Natural Resource Extraction",
      "Broadcasting Printing and Publishing",
      "Brokers",
      "Building Supply Retail",
      "Business Services",
      "Consulting",
      "Consumer Services",
      "Design, Direction and Creative Management",
      "Distributors, Dispatchers and Processors",
      "Doctor's Offices and Clinics",
      "Durable Manufacturing",
      "Eating and Drinking Places",
      "Entertainment Retail",
      "Equipment Rental and Leasing",
      "Financial",
      "Food and Tobacco Processing",
      "Inbound Capital Intensive Processing",
      "Inbound Repair and Services",
      "Insurance",
      "Legal Services",
      "Non-Durable Merchandise Retail",
      "Outbound Consumer Service",
      "Petrochemical Extraction and Distribution",
      "Service Retail",
      "SIG Affiliations",
      "Social Services",
      "Special Outbound Trade Contractors",
      "Specialty Realty",
      "Transportation",
      "Utility Creation and Distribution",
      "Vehicle Retail",
      "Wholesale"),
  LEAD_SOURCE(
      1,
      "Advertisement",
      "Employee Referral",
      "External Referral",
      "Partner",
      "Public Relations",
      "Seminar",
      "Trade Show",
      "Web",
      "Word of Mouth",
      "Other"),
  RATING(1, "Hot", "Warm", "Cold"),
  PRIORITY(1, "Default Value"),
  SALES_STAGE(0, "Qualify"),
  SALES_STAGE_CODE(1, "Default Value"),
  BUDGET(0, "No Committed Budget", "May Buy", "Can Buy", "Will Buy"),
  NEED(0, "Must have", "Should have", "Good to have", "No need"),
  PURCHASE_TIMEFRAME(0, "Immediate", "This Quarter", "Next Quarter", "This Year", "Unknown"),
  PURCHASE_PROCESS(0, "Individual", "Committee", "Unknown"),
  INITIAL_COMMUNICATION(0, "Contacted", "Not Contacted"),
  CONTACT_METHOD(1, "Any", "Email", "Phone", "Fax", "Mail");

  private final Map<Integer, String> labels = new LinkedHashMap<>();

  OptionSet(int first, String... labels) {
    for (String label : labels) {
      this.labels.put(first++, label);
    }
  }

  /** Number to label, in the order of the table. */
  public Map<Integer, String> labels() {
    return Collections.unmodifiableMap(labels);
  }

  /** The label of an option's number; empty for a number that is not in the set or null. */
  public Optional<String> label(@Nullable Integer code) {
    return Optional.ofNullable(code).map(labels::get);
  }

  /** The set as a person reads it: {@code 1 Hot, 2 Warm, 3 Cold}. */
  String asText() {
    var text = new StringBuilder();
    labels.forEach(
        (code, label) ->
            text.append(text.isEmpty() ? "" : ", ").append(code).append(' ').append(label));
    return text.toString();
  }
}
