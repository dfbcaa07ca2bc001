package org.leadflow.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.organization.ImportReport;
import org.leadflow.organization.OrganizationFiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole organisation as a file, for administrators. */
@RestController
@RequestMapping("/api/organization")
@Tag(name = "Organization")
class OrganizationFileController {

  private static final String YAML = "application/yaml";

  private final OrganizationFiles files;
  private final Asker asker;

  OrganizationFileController(OrganizationFiles files, Asker asker) {
    this.files = files;
    this.asker = asker;
  }

  @GetMapping(path = "/export", produces = YAML)
  @Operation(
      summary = "The whole organisation as a file that can be imported again",
      description =
          "Administrators only. Units, partners, teams, users, currencies, calendars and absences that are not over; no"
              + " passwords.")
  ResponseEntity<byte[]> export() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(YAML))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"organization.yaml\"")
        .body(files.export().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping(
      path = "/import",
      consumes = {YAML, "application/x-yaml", "text/yaml", "text/plain"})
  @Operation(
      summary = "Import an organisation file, all of it or nothing",
      description =
          """
          Administrators only. What the file names becomes exactly as it says: a team's members are those in the
          file. What it does not name stays. Nothing is deleted.

          Try it with `dryRun` first: the answer lists every change and every finding, and nothing is changed. Without
          it a file with findings is refused (422 `file-rejected`).
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = YAML,
              schema = @Schema(type = "string"),
              examples =
                  @ExampleObject(
                      name = "A small company",
                      value =
                          """
                          units:
                            - { id: acme, name: Acme }
                          teams:
                            - { id: sales, name: Sales, unit: acme, members: [nora] }
                          users:
                            - { id: nora, name: Nora Berg, email: nora@acme.example, unit: acme, roles: [seller] }
                          """)))
  ImportReport put(
      @Parameter(description = "Only tell what would change") @RequestParam(defaultValue = "false")
          boolean dryRun,
      @Parameter(description = "Switch users off whom the file does not name; never administrators")
          @RequestParam(defaultValue = "false")
          boolean deactivateMissing,
      @RequestBody byte[] file) {
    ImportReport report = files.put(file, dryRun, deactivateMissing, asker.id());
    if (!dryRun && !report.imported()) {
      throw Refused.invalid(
          "file-rejected",
          "The file has mistakes; nothing was imported.",
          report.findings().stream()
              .map(finding -> new FieldFault("line " + finding.line(), finding.sentence()))
              .toList());
    }
    return report;
  }
}
