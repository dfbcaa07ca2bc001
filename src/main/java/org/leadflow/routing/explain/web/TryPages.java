package org.leadflow.routing.explain.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.OptionSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A form for a lead that is not kept, and what the rules would say of it. */
@PageController
@RequestMapping("/try")
class TryPages {

  /** What can be typed: name of the field and what the form calls it. */
  private static final List<Field> FIELDS =
      List.of(
          new Field("subject", "Topic"),
          new Field("firstName", "First name"),
          new Field("lastName", "Last name"),
          new Field("jobTitle", "Job title"),
          new Field("companyName", "Company"),
          new Field("emailAddress1", "E-mail"),
          new Field("telephone1", "Business phone"),
          new Field("address1Country", "Country"),
          new Field("address1StateOrProvince", "State or province"),
          new Field("address1City", "City"),
          new Field("address1PostalCode", "Postal code"),
          new Field("numberOfEmployees", "Employees"),
          new Field("revenue", "Annual revenue"),
          new Field("budgetAmount", "Budget"),
          new Field("preferredLanguage", "Language"),
          new Field("channelPartnerId", "Channel partner"),
          new Field("parentAccountId", "Id of a known account"),
          new Field("description", "Description"));

  /** A number in quotes is none for the door; what is no number stays a text and is refused. */
  private static final List<String> NUMBERS =
      List.of("numberOfEmployees", "revenue", "budgetAmount", "leadSourceCode", "industryCode");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

  private final TryController door;
  private final ObjectMapper json;

  TryPages(TryController door, ObjectMapper json) {
    this.door = door;
    this.json = json;
  }

  @GetMapping
  ModelAndView form() {
    return page(Map.of());
  }

  @PostMapping
  ModelAndView attempt(@RequestParam Map<String, String> typed) {
    ModelAndView page = page(typed);
    try {
      return page.addObject(
          "tried", door.attempt(text(typed, "ruleSet"), text(typed, "version"), lead(typed)));
    } catch (Refused refused) {
      page.setStatus(refused.status());
      return page.addObject("refusal", refused.inWords());
    }
  }

  private LeadFields lead(Map<String, String> typed) {
    ObjectNode fields = json.createObjectNode();
    FIELDS.forEach(field -> fields.put(field.name(), text(typed, field.name())));
    NUMBERS.forEach(field -> fields.set(field, number(text(typed, field))));
    try {
      return json.treeToValue(fields, LeadFields.class);
    } catch (JsonProcessingException unreadable) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "invalid",
          "Something typed is not what its field takes.",
          List.of(new FieldFault(field(unreadable), "cannot be read")));
    }
  }

  private JsonNode number(@Nullable String typed) {
    if (typed == null) {
      return json.getNodeFactory().nullNode();
    }
    if (!NUMBER.matcher(typed).matches()) {
      return json.getNodeFactory().textNode(typed);
    }
    return typed.contains(".")
        ? json.getNodeFactory().numberNode(new BigDecimal(typed))
        : json.getNodeFactory().numberNode(Long.parseLong(typed));
  }

  private static String field(JsonProcessingException unreadable) {
    return unreadable instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
            && !mapping.getPath().isEmpty()
        ? mapping.getPath().get(0).getFieldName()
        : "lead";
  }

  private static @Nullable String text(Map<String, String> typed, String field) {
    String value = typed.get(field);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static ModelAndView page(Map<String, String> typed) {
    return new ModelAndView("try")
        .addObject("fields", FIELDS)
        .addObject("typed", typed)
        .addObject("sources", OptionSet.LEAD_SOURCE.labels())
        .addObject("industries", OptionSet.INDUSTRY.labels());
  }

  record Field(String name, String label) {}
}
