package org.leadflow.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.leadflow.reporting.Question;
import org.leadflow.reporting.web.Reports.Name;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports for programs. Everybody gets the numbers of the leads he may see. */
@RestController
@RequestMapping("/api/reports")
@Tag(name = "Reports")
class ReportController {

  private static final String FILTERS =
      " Of the last twelve months when nothing is said. Every wrong filter is named with status 400. Counts only what"
          + " you may see.";
  private static final int MOST = 5000;

  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  @GetMapping("/sources")
  @Operation(
      summary = "What lead sources are worth",
      description =
          "Of leads created in the period: how many were routed, contacted, qualified, disqualified and why, the"
              + " opportunities they became, their pipeline and won revenue, and what they cost. Grouped by source,"
              + " campaign, unit, partner, broughtBy, product, owner, team, month, quarter or week. Leads of one"
              + " opportunity share it in equal parts. A lead counts for its owner of today; one that waits in a team or"
              + " is offered to a partner is routed; a merged one stays a lead. Costs of a whole source are no"
              + " campaign's: by campaign they stand in a row of their own, REST."
              + FILTERS)
  ReportView sources(
      @ParameterObject @ModelAttribute Question question, HttpServletRequest request) {
    return view(Name.SOURCES, question, request);
  }

  @GetMapping("/speed")
  @Operation(
      summary = "How fast leads are assigned, contacted and qualified",
      description =
          "Percentiles of the time from creation on, by the clock and in working time, in seconds. Grouped by team,"
              + " owner, source, unit, partner, campaign, month, quarter or week. Each percentile is the time of one of"
              + " the leads. The team is the owner, or the one by whose turn he got the lead, or the one he is in."
              + FILTERS)
  ReportView speed(@ParameterObject @ModelAttribute Question question, HttpServletRequest request) {
    return view(Name.SPEED, question, request);
  }

  @GetMapping("/deadlines")
  @Operation(
      summary = "What became of deadlines",
      description =
          "What happened in the period, for whoever had the lead then. Each deadline is met or missed once, and kept is"
              + " the part of these that was met; a missed one may be done too late or re-routed after that. Grouped by"
              + " deadline, owner, team, unit, source, grade, month, quarter or week."
              + FILTERS)
  ReportView deadlines(
      @ParameterObject @ModelAttribute Question question, HttpServletRequest request) {
    return view(Name.DEADLINES, question, request);
  }

  @GetMapping("/fairness")
  @Operation(
      summary = "How the turns of pools were shared",
      description =
          "A table for each pool that you manage or are a member of, with the turns of each member against his target."
              + FILTERS)
  ReportView fairness(
      @ParameterObject @ModelAttribute Question question, HttpServletRequest request) {
    return view(Name.FAIRNESS, question, request);
  }

  @GetMapping("/rules")
  @Operation(
      summary = "How often rules fired, and for how many leads they found nobody",
      description =
          "For managers, operators and administrators. Hits are counted over all leads; rules that are no longer at work"
              + " are told as removed."
              + FILTERS)
  ReportView rules(@ParameterObject @ModelAttribute Question question, HttpServletRequest request) {
    return view(Name.RULES, question, request);
  }

  @GetMapping("/{report:sources|speed|deadlines|fairness|rules}.csv")
  @Operation(
      summary = "A report as a file for a spreadsheet",
      description =
          "sources, speed, deadlines, fairness or rules, with the same filters. A heading and a row for each group; the"
              + " column Stands for tells group, none (leads without a campaign, for example), others, rest and total"
              + " apart. Period, time zone, unit, until when it is counted and the rates used stand in the last columns"
              + " of every row.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> file(
      @Parameter(example = "sources") @PathVariable String report,
      @ParameterObject @ModelAttribute Question question,
      HttpServletRequest request) {
    return file(Name.valueOf(report.toUpperCase(Locale.ROOT)), question, request);
  }

  private ReportView view(Name name, Question question, HttpServletRequest request) {
    return ReportView.of(reports.report(name, reports.filter(name, question, request), MOST));
  }

  private ResponseEntity<byte[]> file(Name name, Question question, HttpServletRequest request) {
    String text =
        ReportFile.of(reports.report(name, reports.filter(name, question, request), MOST));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name.word() + ".csv").build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
