package org.leadflow.intake.form;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.EmailAddress;
import org.leadflow.core.Records;
import org.leadflow.core.StorableText;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.OptionSet;
import org.springframework.stereotype.Component;

/** Makes the fields of a lead of what was typed into a form, or says which is wrong and how. */
@Component
class Reading {

  private final Validator validator;

  Reading(Validator validator) {
    this.validator = validator;
  }

  /** What is wrong with a field; a page says it in the language of its visitor. */
  enum Fault {
    MISSING,
    TOO_LONG,
    NO_EMAIL,
    NO_NUMBER,
    UNREADABLE
  }

  /** The names of the fields at fault; empty when the lead can be taken in. */
  Map<String, Fault> faults(WebForm form, Posted posted) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (FormField field : form.formFields()) {
      String value = posted.values().get(field.fieldName());
      if (value == null) {
        if (form.requires(field)) {
          faults.put(field.fieldName(), Fault.MISSING);
        }
      } else if (read(field, value).isEmpty()) {
        faults.put(field.fieldName(), Fault.NO_NUMBER);
      }
    }
    LeadFields fields = fields(form, posted, form.consentText(), UUID.randomUUID(), Instant.EPOCH);
    for (ConstraintViolation<LeadFields> violation : validator.validate(fields)) {
      nameOf(violation.getPropertyPath().toString())
          .ifPresent(name -> faults.putIfAbsent(name, fault(violation)));
    }
    return faults;
  }

  private static Fault fault(ConstraintViolation<LeadFields> violation) {
    Class<? extends Annotation> rule =
        violation.getConstraintDescriptor().getAnnotation().annotationType();
    if (rule == NotBlank.class) {
      return Fault.MISSING;
    }
    if (rule == Size.class) {
      return Fault.TOO_LONG;
    }
    return rule == EmailAddress.class ? Fault.NO_EMAIL : Fault.UNREADABLE;
  }

  private static Optional<String> nameOf(String leadField) {
    for (FormField field : FormField.values()) {
      if (field.leadField().equals(leadField)) {
        return Optional.of(field.fieldName());
      }
    }
    return Optional.empty();
  }

  /**
   * The fields of the lead; what cannot be read is left out.
   *
   * @param agreedTo the text beside the box as the visitor saw it, null when there was none
   * @param key by which this submission counts once
   */
  LeadFields fields(WebForm form, Posted posted, @Nullable String agreedTo, UUID key, Instant now) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, String> typed = posted.values();
    for (FormField field : form.formFields()) {
      String value = typed.get(field.fieldName());
      if (value != null) {
        read(field, value).ifPresent(read -> values.put(field.leadField(), read));
      }
    }
    values.put("channelPartnerId", form.owningPartner());
    values.putIfAbsent("subject", form.subject() == null ? form.title() : form.subject());
    values.put("leadSourceCode", source(typed.get("lead_source")).orElse(form.leadSourceCode()));
    values.put("campaignId", fitting(typed.get("Campaign_ID"), 100, form.campaignId()));
    values.put("utmSource", fitting(typed.get("utm_source"), 200, null));
    values.put("utmMedium", fitting(typed.get("utm_medium"), 200, null));
    values.put("utmCampaign", fitting(typed.get("utm_campaign"), 200, null));
    Posted.OPT_OUTS.forEach(
        (name, field) -> {
          if (isYes(typed.get(name))) {
            values.put(field, true);
          }
        });
    if (agreedTo != null && isConsent(typed.get(Posted.CONSENT))) {
      values.put("consentOn", now);
      values.put("consentText", agreedTo);
    }
    values.put("sourceSystem", "web-to-lead " + form.formId());
    values.put("sourceKey", key.toString());
    return Records.of(LeadFields.class, values);
  }

  /** What came along and no field of the lead holds, in words; empty when there is nothing. */
  static String rest(WebForm form, Posted posted, LeadFields fields) {
    Map<String, String> rest = new LinkedHashMap<>(posted.values());
    form.formFields().forEach(field -> rest.remove(field.fieldName()));
    if (source(rest.get("lead_source")).isPresent()) {
      rest.remove("lead_source");
    }
    rest.remove("Campaign_ID", fields.campaignId());
    rest.remove("utm_source", fields.utmSource());
    rest.remove("utm_medium", fields.utmMedium());
    rest.remove("utm_campaign", fields.utmCampaign());
    if (fields.consentOn() != null) {
      rest.remove(Posted.CONSENT);
    }
    Posted.OPT_OUTS.keySet().stream()
        .filter(name -> isYes(rest.get(name)))
        .toList()
        .forEach(rest::remove);
    return rest.entrySet().stream()
        .filter(entry -> StorableText.Check.isStorable(entry.getKey() + entry.getValue()))
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Optional<Object> read(FormField field, String value) {
    return switch (field) {
      case EMPLOYEES ->
          value.matches("\\d{1,7}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
      case INDUSTRY -> code(OptionSet.INDUSTRY, value).map(Object.class::cast);
      default -> Optional.of(value);
    };
  }

  /** Whatever a box sends that is ticked; a hidden field beside it may send a no. */
  private static boolean isConsent(@Nullable String said) {
    return said != null
        && !Arrays.stream(said.toLowerCase(Locale.ROOT).split(", "))
            .allMatch(Set.of("0", "off", "false", "no")::contains);
  }

  private static boolean isYes(@Nullable String said) {
    return said != null
        && Arrays.stream(said.toLowerCase(Locale.ROOT).split(", "))
            .anyMatch(Set.of("1", "on", "true", "yes")::contains);
  }

  private static Optional<Integer> source(@Nullable String said) {
    return said == null ? Optional.empty() : code(OptionSet.LEAD_SOURCE, said);
  }

  private static Optional<Integer> code(OptionSet set, String said) {
    Map<String, Integer> codes =
        set.labels().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    for (Map.Entry<String, Integer> code : codes.entrySet()) {
      if (code.getKey().equalsIgnoreCase(said) || code.getValue().toString().equals(said)) {
        return Optional.of(code.getValue());
      }
    }
    return Optional.empty();
  }

  /** What a page says of itself is taken as far as it fits; a visitor could not correct it. */
  private static @Nullable String fitting(
      @Nullable String said, int longest, @Nullable String otherwise) {
    if (said == null || said.length() > longest || !StorableText.Check.isStorable(said)) {
      return otherwise;
    }
    return said;
  }
}
