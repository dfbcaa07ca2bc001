package org.leadflow.routing.explain.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
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
    fields.put("leadSourceCode", text(typed, "leadSourceCode"));
    fields.put("industryCode", text(typed, "industryCode"));
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
