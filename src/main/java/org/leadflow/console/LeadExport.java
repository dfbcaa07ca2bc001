package org.leadflow.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.SpreadsheetText;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The leads of a filter as a file for a spreadsheet, at most {@link LeadList#EXPORTED} of them. A
 * text that a spreadsheet would run as a formula has an apostrophe before it.
 */
@PageController
class LeadExport {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final List<String> HEADINGS =
      List.of(
          "Lead Id",
          "Topic",
          "Name",
          "Company Name",
          "Country/Region",
          "Status",
          "Status Reason",
          "Score",
          "Grade",
          "Owner",
          "Lead Source",
          "Created On",
          "Respond By");

  private final LeadList list;
  private final Permissions permissions;
  private final CurrentCaller callers;

  LeadExport(LeadList list, Permissions permissions, CurrentCaller callers) {
    this.list = list;
    this.permissions = permissions;
    this.callers = callers;
  }

  @GetMapping("/leads.csv")
  void export(@RequestParam Map<String, String> typed, HttpServletResponse response)
      throws IOException {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    List<LeadRow> rows = rows(LeadFilter.of(typed), caller);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"leads.csv\"");
    Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    // Spreadsheets take a file without it for Windows-1252.
    text.write(BYTE_ORDER_MARK);
    CSVPrinter file = CSVFormat.RFC4180.print(text);
    file.printRecord(HEADINGS);
    for (LeadRow row : rows) {
      file.printRecord(
          cells(row).map(cell -> SpreadsheetText.harmless(Objects.toString(cell, ""))));
    }
    file.flush();
  }

  private List<LeadRow> rows(LeadFilter filter, Caller caller) {
    try {
      return list.export(filter, caller);
    } catch (QueryTimeoutException tooLong) {
      throw new Refused(
          HttpStatus.SERVICE_UNAVAILABLE,
          "too-long",
          "There are too many leads to look for these in time. Ask for fewer.",
          List.of());
    }
  }

  private static Stream<@Nullable Object> cells(LeadRow row) {
    return Stream.of(
        row.id(),
        row.topic(),
        row.person(),
        row.company(),
        row.country(),
        row.state(),
        row.reason(),
        row.score(),
        row.grade(),
        row.owner(),
        row.source(),
        row.created().iso(),
        row.due() == null ? null : row.due().iso());
  }
}
