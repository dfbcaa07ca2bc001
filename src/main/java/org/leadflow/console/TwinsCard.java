package org.leadflow.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.leadflow.core.WallClock;
import org.leadflow.customer.Contact;
import org.leadflow.duplicates.Twins;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadFields;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows a new lead beside those it may be the same as, for the form in Tasklist. */
@PageController
class TwinsCard {

  private static final List<String> ROWS =
      List.of(
          "Name",
          "Job title",
          "Company",
          "Email",
          "Phone",
          "Street",
          "Place",
          "Wish",
          "Came",
          "Owner");

  private final LeadAccess access;
  private final Twins twins;
  private final Names names;
  private final WallClock times;

  TwinsCard(LeadAccess access, Twins twins, Names names, WallClock times) {
    this.access = access;
    this.twins = twins;
    this.names = names;
    this.times = times;
  }

  /** One row of the table: what the new lead says, and what each of the others does. */
  record Line(String label, List<String> cells) {}

  /** The head of a column. */
  record Head(String title, @Nullable String why, @Nullable String page) {}

  @GetMapping("/leads/{leadId}/twins/card")
  String card(@PathVariable UUID leadId, Model model) {
    Lead lead = access.require(leadId, Privilege.READ);
    Twins.Seen seen = twins.of(lead);
    List<Head> heads = new ArrayList<>();
    List<List<String>> columns = new ArrayList<>();
    heads.add(new Head("The new lead", null, "/leads/" + leadId));
    columns.add(of(lead));
    for (Twins.Twin twin : seen.twins()) {
      boolean isLead = twin.lead() != null;
      heads.add(
          new Head(
              twin.number() + (isLead ? ". Open lead" : ". Customer"),
              twin.suspect().rule().sentence(),
              isLead ? "/leads/" + twin.suspect().id() : null));
      columns.add(isLead ? of(twin.lead()) : of(twin.contact()));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < ROWS.size(); i++) {
      int row = i;
      List<String> cells = columns.stream().map(column -> column.get(row)).toList();
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(new Line(ROWS.get(i), cells));
      }
    }
    model.addAttribute("heads", heads);
    model.addAttribute("lines", lines);
    model.addAttribute("hidden", seen.hidden());
    return "twins";
  }

  private List<String> of(Lead lead) {
    LeadFields fields = lead.fields();
    return List.of(
        fields.fullName(),
        text(fields.jobTitle()),
        text(fields.companyName()),
        joined(fields.emailAddress1(), fields.emailAddress2(), fields.emailAddress3()),
        joined(fields.telephone1(), fields.mobilePhone(), fields.telephone2()),
        joined(fields.address1Line1(), fields.address1Line2()),
        joined(fields.address1PostalCode(), fields.address1City(), fields.address1Country()),
        fields.subject(),
        times.minute(lead.createdOn()).text() + ", via " + lead.intakeChannel(),
        names.owner(lead.owner()));
  }

  private List<String> of(Contact contact) {
    return List.of(
        Stream.of(contact.firstName(), contact.lastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        text(contact.jobTitle()),
        "",
        text(contact.emailAddress1()),
        joined(contact.telephone1(), contact.mobilePhone()),
        "",
        joined(contact.address1City(), contact.address1Country()),
        "",
        "customer since " + times.minute(contact.createdOn()).text(),
        "");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String joined(@Nullable String... values) {
    return Stream.of(values)
        .filter(value -> value != null && !value.isBlank())
        .collect(Collectors.joining(", "));
  }
}
