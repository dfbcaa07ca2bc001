package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.leadflow.core.Refused;
import org.leadflow.organization.Organization;
import org.leadflow.qualification.ConversionDefaults;
import org.leadflow.qualification.ConversionSettings;
import org.leadflow.qualification.FieldMapping;
import org.leadflow.qualification.FieldMappings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How leads are converted: everybody reads it, administrators change it. */
@RestController
@RequestMapping("/api")
@Tag(name = "Conversion settings")
class ConversionSettingsController {

  private final ConversionSettings settings;
  private final FieldMappings mappings;
  private final Organization organization;

  ConversionSettingsController(
      ConversionSettings settings, FieldMappings mappings, Organization organization) {
    this.settings = settings;
    this.mappings = mappings;
    this.organization = organization;
  }

  @GetMapping("/organization/units/{id}/conversion")
  @Operation(
      summary = "What a unit decided about qualifying its leads, and what holds for it",
      description = "What is null in its own settings is decided by the unit above.")
  UnitSettings read(@PathVariable String id) {
    requireUnit(id);
    return new UnitSettings(settings.own(id), settings.inForce(id));
  }

  @PutMapping("/organization/units/{id}/conversion")
  @Operation(
      summary = "Decide what the leads of a unit become by default",
      description =
          "Administrators only. The settings of the topmost unit are those of the organisation. False means: each time"
              + " a person says. Used by all nodes within seconds.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Ask for the opportunity",
                      value =
                          "{\"createAccount\": true, \"createContact\": true, \"createOpportunity\": false,"
                              + " \"requiredFields\": [\"purchaseTimeFrame\"]}")))
  UnitSettings decide(@PathVariable String id, @RequestBody ConversionDefaults decided) {
    requireUnit(id);
    Refused.ifAny(settings.decide(id, decided));
    return new UnitSettings(settings.own(id), settings.inForce(id));
  }

  @GetMapping("/field-mappings")
  @Operation(summary = "Which field of a lead becomes which field of what it is turned into")
  Mappings mappings() {
    return new Mappings(mappings.all());
  }

  @PutMapping("/field-mappings")
  @Operation(
      summary = "Replace the whole map of fields",
      description =
          "Administrators only. Both fields of a row are of one kind; opt-outs are carried over whatever the map"
              + " says. Used by all nodes within seconds.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "The least",
                      value =
                          """
                          {"mappings": [
                            {"recordType": "account", "field": "name", "leadField": "companyName"},
                            {"recordType": "contact", "field": "lastName", "leadField": "lastName"},
                            {"recordType": "opportunity", "field": "name", "leadField": "subject"}]}
                          """)))
  Mappings replace(@Valid @RequestBody Mappings wanted) {
    Refused.ifAny(mappings.replace(wanted.mappings()));
    return mappings();
  }

  private void requireUnit(String id) {
    if (organization.unit(id).isEmpty()) {
      throw new Refused(HttpStatus.NOT_FOUND, "not-found", "There is no such unit.", List.of());
    }
  }

  /** What a unit decided itself, and what holds with what the units above it decided. */
  record UnitSettings(ConversionDefaults own, ConversionDefaults inForce) {}

  /** The whole map. */
  record Mappings(
      @NotNull @Size(max = 500, message = "must have at most {max} entries")
          List<@Valid @NotNull FieldMapping> mappings) {}
}
