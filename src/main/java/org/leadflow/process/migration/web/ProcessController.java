package org.leadflow.process.migration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.process.migration.MigrationReport;
import org.leadflow.process.migration.Move;
import org.leadflow.process.migration.ProcessMigrations;
import org.leadflow.process.migration.ProcessMigrations.ProcessVersion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of processes, for those who run the product. Others are refused by the route. */
@RestController
@RequestMapping("/api/processes")
@Tag(name = "Operations")
class ProcessController {

  private final ProcessMigrations migrations;

  ProcessController(ProcessMigrations migrations) {
    this.migrations = migrations;
  }

  @GetMapping
  @Operation(summary = "The versions of all processes and how many run on each, newest first")
  List<ProcessVersion> versions() {
    return migrations.versions();
  }

  @PostMapping("/{process}/migrations")
  @Operation(
      summary = "Move what runs on one version to another",
      description =
          """
          With dryRun=true it is done and taken back before it is committed: the answer tells what would come of it.
          Elements of the same id and kind go on in each other; mapping says where others go. What cannot be moved stays
          where it is, with the reason. Called again it goes on with what is left.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      value =
                          """
                          {"from": 1, "to": 2, "mapping": {"UserTask_ReviewLead": "UserTask_CheckLead"}, "atMost": 1000}
                          """)))
  MigrationReport migrate(
      @PathVariable String process,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @Valid @RequestBody Wish wish) {
    return migrations.migrate(
        new Move(
            process,
            Objects.requireNonNull(wish.from()),
            Objects.requireNonNull(wish.to()),
            Objects.requireNonNullElse(wish.mapping(), Map.of())),
        Objects.requireNonNullElse(wish.atMost(), 1000),
        dryRun);
  }

  @PostMapping("/migrations/{migrationId}/undo")
  @Operation(summary = "Move back what a migration moved, as far as it still runs there")
  MigrationReport undo(
      @PathVariable UUID migrationId, @RequestParam(defaultValue = "false") boolean dryRun) {
    return migrations.undo(migrationId, dryRun);
  }

  /**
   * What a caller asks for.
   *
   * @param atMost how many to move; 1000 when null
   */
  @StorableText
  record Wish(
      @NotNull @Min(1) @Nullable Integer from,
      @NotNull @Min(1) @Nullable Integer to,
      @Size(max = 25, message = "must have at most {max} entries")
          @Nullable Map<@Size(max = 60) String, @NotNull @Size(max = 60) String> mapping,
      @Min(1) @Max(5000) @Nullable Integer atMost) {}
}
