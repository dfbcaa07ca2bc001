package org.leadflow.intake.csv.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;
import org.leadflow.intake.csv.ImportField;
import org.leadflow.intake.csv.ImportJob;
import org.leadflow.intake.csv.ImportOutcomes;
import org.leadflow.intake.csv.ImportStarts;
import org.leadflow.intake.csv.Imports;
import org.leadflow.intake.csv.NotCsv;
import org.leadflow.intake.csv.Preview;
import org.leadflow.intake.csv.Reading;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of leads: sent, looked at, started and watched. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Imports")
class ImportController {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "importId");
  private static final int MOST_ROWS_SHOWN = 100;

  private final Imports imports;
  private final ImportStarts starts;
  private final ImportOutcomes outcomes;

  ImportController(Imports imports, ImportStarts starts, ImportOutcomes outcomes) {
    this.imports = imports;
    this.starts = starts;
    this.outcomes = outcomes;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Send a file of leads",
      description =
          """
          A form with the part file: CSV, as any system or spreadsheet writes it. How it is encoded and delimited and
          whether its first row holds headings is found out, or said by the other parts. The file is read from end to
          end; no lead comes of it before it is started. What is no CSV is refused in a sentence (422 `not-csv`,
          `encoding`, `nul`, `quote`, `row-too-long`, `columns`, `no-rows`, `too-many-rows`, `empty`).
          """)
  @ApiResponse(responseCode = "201", description = "Kept; the answer says where")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = ImportForm.class)))
  ResponseEntity<ImportView> send(
      @Parameter(hidden = true) @RequestPart(name = "file", required = false)
          @Nullable List<MultipartFile> files,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String source,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String charset,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String delimiter,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String quote,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable Boolean header) {
    if (files == null || files.size() != 1) {
      throw Refused.invalid(
          "invalid",
          files == null ? "There is no file." : "There are %d files.".formatted(files.size()),
          List.of(new FieldFault("file", "must be given once; send each file by itself")));
    }
    MultipartFile file = files.get(0);
    String name = Texts.fileName(file.getOriginalFilename());
    ImportJob job =
        readable(
            () ->
                imports.receive(
                    new ReceivedFile(name, file),
                    new Reading(charset, delimiter, quote, header, null, null, null),
                    Texts.source(source)));
    return ResponseEntity.status(HttpStatus.CREATED)
        .location(URI.create("/api/imports/" + job.importId()))
        .body(view(job));
  }

  @GetMapping
  @Operation(summary = "List the imports you may see, newest first")
  PageView<ImportView> list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return PageView.of(imports.page(PageView.request(page, size, NEWEST_FIRST)).map(this::view));
  }

  @GetMapping("/fields")
  @Operation(summary = "List the fields that a column can be laid on")
  List<ImportField> fields() {
    return starts.fields();
  }

  @GetMapping("/{importId}")
  @Operation(
      summary = "Read how far an import is",
      description =
          "Rows done by outcome, the rate over the last minute, and how long the rest takes at that rate.")
  ImportView read(@PathVariable UUID importId) {
    return view(imports.find(importId));
  }

  @GetMapping("/{importId}/preview")
  @Operation(
      summary = "See how a file would be read",
      description =
          """
          The settings that were found, the first rows and a proposal which column becomes which field: what became of
          them the last time this source sent a file, else what Dynamics 365, Salesforce, HubSpot and SuiteCRM mean by
          the headings. Ask with other settings until it looks right, and start it with the same.
          """)
  Preview preview(
      @PathVariable UUID importId,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String charset,
      @RequestParam(required = false) @Nullable String delimiter,
      @RequestParam(required = false) @Nullable String quote,
      @RequestParam(required = false) @Nullable Boolean header,
      @RequestParam(required = false) @Nullable Dates dates,
      @RequestParam(required = false) @Nullable Decimal decimal,
      @RequestParam(required = false) @Nullable Integer above,
      @RequestParam(defaultValue = "10") int rows) {
    if (rows < 1 || rows > MOST_ROWS_SHOWN) {
      throw Refused.invalid(
          "invalid",
          "There is no such preview.",
          List.of(new FieldFault("rows", "must be between 1 and " + MOST_ROWS_SHOWN)));
    }
    return readable(
        () ->
            starts.preview(
                importId,
                new Reading(charset, delimiter, quote, header, dates, decimal, above),
                Texts.source(source),
                null,
                rows));
  }

  @PostMapping("/{importId}/start")
  @Operation(
      summary = "Start an import",
      description =
          """
          Every row is taken in as if you sent it to /api/leads, by its source and external id once: a row whose lead
          this source sent before brings its new data to it while it is Open; empty cells change nothing. Rows without
          an external id are known by the file and their number. What is left out is as in the preview; the columns
          are remembered for the source.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(name = "As proposed", value = "{\"source\": \"dynamics\"}"),
                @ExampleObject(
                    name = "As you say",
                    value =
                        """
                        {"source": "fair", "settings": {"delimiter": ";", "dates": "DMY"},
                         "mapping": {"columns": [{"column": 0, "field": "externalId"}, {"column": 1, "field": "lastName"},
                                                 {"column": 4, "field": "leadSourceCode", "values": {"Stand": "Trade Show"}}],
                                     "constants": {"subject": "Trade show Hannover"}}}
                        """)
              }))
  ImportView start(@PathVariable UUID importId, @RequestBody StartImport start) {
    return view(
        readable(
            () ->
                starts.start(
                    importId, start.reading(), Texts.source(start.source()), start.mapping())));
  }

  @PostMapping("/{importId}/pause")
  @Operation(summary = "Let an import rest")
  ImportView pause(@PathVariable UUID importId) {
    return view(imports.pause(importId));
  }

  @PostMapping("/{importId}/resume")
  @Operation(summary = "Go on with an import that rests")
  ImportView resume(@PathVariable UUID importId) {
    return view(imports.resume(importId));
  }

  @PostMapping("/{importId}/cancel")
  @Operation(summary = "End an import; the leads it brought stay")
  ImportView cancel(@PathVariable UUID importId) {
    return view(imports.cancel(importId));
  }

  @DeleteMapping("/{importId}")
  @Operation(summary = "Forget an import that has ended; the leads it brought stay")
  ResponseEntity<Void> remove(@PathVariable UUID importId) {
    imports.remove(importId);
    return ResponseEntity.noContent().build();
  }

  private ImportView view(ImportJob job) {
    return ImportView.of(job, outcomes.progress(job));
  }

  /** What is no CSV is the sender's to mend. */
  private static <T> T readable(Work<T> work) {
    try {
      return work.get();
    } catch (NotCsv told) {
      throw Refused.invalid(
          told.code(), told.getMessage(), List.of(new FieldFault("file", "cannot be read as CSV")));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private interface Work<T> {
    T get() throws IOException;
  }

  /** What {@link #send} takes, for the document of the API. */
  record ImportForm(
      @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
          Object file,
      @Schema(maxLength = 50, example = "dynamics") String source,
      @Schema(example = "windows-1252") String charset,
      @Schema(example = ";") String delimiter,
      @Schema(example = "none") String quote,
      @Schema(example = "true") Boolean header) {}
}
