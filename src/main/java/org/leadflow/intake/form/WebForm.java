package org.leadflow.intake.form;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.core.Records;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A form on a web site.
 *
 * @param fields names of {@link FormField}s, separated by commas
 * @param required those of them that must be filled
 * @param returnUrls addresses, one a line
 * @param secret signs its tokens, and is told nobody
 */
public record WebForm(
    @Id String formId,
    @Version @Nullable Long version,
    String title,
    @Nullable String introduction,
    boolean active,
    @Nullable String language,
    String fields,
    String required,
    @Nullable String subject,
    @Nullable Integer leadSourceCode,
    @Nullable String campaignId,
    @Nullable String consentText,
    String returnUrls,
    String secret,
    String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant createdOn,
    Instant modifiedOn)
    implements Owned {

  /** In the order of the page; the last name is always among them. */
  public List<FormField> formFields() {
    Set<FormField> all = new LinkedHashSet<>();
    Arrays.stream(fields.split(",")).forEach(name -> FormField.named(name).ifPresent(all::add));
    all.add(FormField.LAST_NAME);
    return List.copyOf(all);
  }

  /** Whether one of its fields is posted under this name. */
  public boolean asks(String name) {
    return FormField.named(name).filter(field -> formFields().contains(field)).isPresent();
  }

  public boolean requires(FormField field) {
    return field == FormField.LAST_NAME
        || Arrays.asList(required.split(",")).contains(field.fieldName());
  }

  /** With what every lead must have: nobody could send one by a form that does not ask for it. */
  WebForm insistingOn(Set<String> leadFields) {
    String names =
        Arrays.stream(FormField.values())
            .filter(field -> leadFields.contains(field.leadField()))
            .map(field -> "," + field.fieldName())
            .collect(Collectors.joining());
    if (names.isEmpty()) {
      return this;
    }
    Map<String, @Nullable Object> values = Records.values(this);
    values.put("fields", fields + names);
    values.put("required", required + names);
    return Records.of(WebForm.class, values);
  }

  /** The addresses it may lead back to. */
  public List<String> returns() {
    return Stream.of(returnUrls.split("\n")).filter(url -> !url.isBlank()).toList();
  }

  /** The wanted address, when it is one of those or below one of them. */
  public Optional<String> mayReturnTo(@Nullable String wanted) {
    if (wanted == null || wanted.isBlank()) {
      return Optional.empty();
    }
    try {
      URI address = URI.create(wanted).normalize();
      return returns().stream()
          .map(URI::create)
          .filter(allowed -> isBelow(address, allowed))
          .findFirst()
          .map(found -> address.toASCIIString());
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static boolean isBelow(URI address, URI allowed) {
    String path = path(address).replaceAll("(?i)%2e", ".");
    String top = path(allowed);
    return allowed.getScheme().equals(address.getScheme())
        && allowed.getHost().equalsIgnoreCase(address.getHost())
        && allowed.getPort() == address.getPort()
        && address.getUserInfo() == null
        && !path.contains("..")
        && (path.equals(top) || path.startsWith(top.endsWith("/") ? top : top + "/"));
  }

  private static String path(URI address) {
    String path = address.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** In whose name its leads come in. */
  String actor() {
    return "web-to-lead " + formId;
  }

  WebFormFields written() {
    return new WebFormFields(
        title,
        introduction,
        active,
        language,
        formFields().stream().map(FormField::fieldName).toList(),
        formFields().stream().filter(this::requires).map(FormField::fieldName).toList(),
        subject,
        leadSourceCode,
        campaignId,
        consentText,
        returns());
  }

  /** Names it only: its secret must not get into a log. */
  @Override
  public String toString() {
    return "web form " + formId;
  }
}
