package org.leadflow.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The facts that know only certain values, and these values. Elsewhere spelled only in {@code
 * rules/facts.md}, and a test compares the two.
 */
public final class Vocabulary {

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "source",
          List.of(
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
          "rating",
          List.of("Hot", "Warm", "Cold"),
          "budgetStatus",
          List.of("No Committed Budget", "May Buy", "Can Buy", "Will Buy"),
          "timeframe",
          List.of("Immediate", "This Quarter", "Next Quarter", "This Year", "Unknown"),
          "need",
          List.of("Must have", "Should have", "Good to have", "No need"),
          "grade",
          List.of("A", "B", "C", "D"),
          "country",
          countries(),
          "language",
          List.of(Locale.getISOLanguages()),
          "industry",
          List.of(
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
              "Wholesale"));

  private Vocabulary() {}

  /**
   * By fact name, in the order of the dictionary. A rule or a case that names another value is
   * refused. Facts that are not listed take any value.
   */
  public static Map<String, List<String>> values() {
    return VALUES;
  }

  private static List<String> countries() {
    var codes = new ArrayList<>(List.of(Locale.getISOCountries()));
    // Kosovo has no ISO code of its own; everybody uses this one.
    codes.add("XK");
    return List.copyOf(codes);
  }
}
