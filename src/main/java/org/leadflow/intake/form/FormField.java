package org.leadflow.intake.form;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.Option;
import org.leadflow.lead.OptionSet;

/** A field of a form, under the name that web forms everywhere give it. */
public enum FormField {
  SALUTATION("salutation", "salutation", "text", "honorific-prefix"),
  FIRST_NAME("first_name", "firstName", "text", "given-name"),
  LAST_NAME("last_name", "lastName", "text", "family-name"),
  EMAIL("email", "emailAddress1", "email", "email"),
  PHONE("phone", "telephone1", "tel", "tel"),
  MOBILE("mobile", "mobilePhone", "tel", "tel"),
  COMPANY("company", "companyName", "text", "organization"),
  TITLE("title", "jobTitle", "text", "organization-title"),
  STREET("street", "address1Line1", "text", "address-line1"),
  ZIP("zip", "address1PostalCode", "text", "postal-code"),
  CITY("city", "address1City", "text", "address-level2"),
  STATE("state", "address1StateOrProvince", "text", "address-level1"),
  COUNTRY("country", "address1Country", "text", "country-name"),
  URL("URL", "websiteUrl", "text", "url"),
  INDUSTRY("industry", "industryCode", "select", "off"),
  EMPLOYEES("employees", "numberOfEmployees", "number", "off"),
  SUBJECT("subject", "subject", "text", "off"),
  DESCRIPTION("description", "description", "textarea", "off");

  private static final Map<String, FormField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(FormField::fieldName, Function.identity()));

  private final String name;
  private final String leadField;
  private final String input;
  private final String autocomplete;

  FormField(String name, String leadField, String input, String autocomplete) {
    this.name = name;
    this.leadField = leadField;
    this.input = input;
    this.autocomplete = autocomplete;
  }

  /** The field of this name. */
  public static Optional<FormField> named(@Nullable String name) {
    return Optional.ofNullable(name).map(BY_NAME::get);
  }

  /** As it is posted, such as {@code first_name}. */
  public String fieldName() {
    return name;
  }

  /** The field of the lead it fills. */
  public String leadField() {
    return leadField;
  }

  /** How it is typed: a type of an HTML input, {@code select} or {@code textarea}. */
  public String input() {
    return input;
  }

  public String autocomplete() {
    return autocomplete;
  }

  /** The most characters, null for a number or a choice. */
  public @Nullable Integer longest() {
    return Records.longest(LeadFields.class, leadField).orElse(null);
  }

  /** Number to label of what can be chosen; empty where one types. */
  public Map<Integer, String> options() {
    Option option = component().getAccessor().getAnnotation(Option.class);
    return option == null ? Map.of() : optionsOf(option.value());
  }

  private static Map<Integer, String> optionsOf(OptionSet set) {
    return set.labels();
  }

  private RecordComponent component() {
    return Records.component(LeadFields.class, leadField).orElseThrow();
  }
}
