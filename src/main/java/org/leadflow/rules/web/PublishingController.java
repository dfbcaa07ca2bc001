package org.leadflow.rules.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.NotVisible;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.UnknownRuleSetVersion;
import org.leadflow.rules.house.Question;
import org.leadflow.rules.publishing.Attempt;
import org.leadflow.rules.publishing.Attempt.Result;
import org.leadflow.rules.publishing.RulePublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Changes what is at work. Rules are code: the routes let operators and administrators in, and
 * managers only to ask what would come of it.
 */
@RestController
@RequestMapping("/api/rule-sets")
@Tag(name = "Rule sets")
class PublishingController {

  private final RulePublisher publisher;
  private final ReadableSets readable;
  private final CurrentActor actor;

  PublishingController(RulePublisher publisher, ReadableSets readable, CurrentActor actor) {
    this.publisher = publisher;
    this.readable = readable;
    this.actor = actor;
  }

  @PostMapping("/reload")
  @Operation(
      summary = "Take what changed in the rules folder, set by set",
      description =
          "Operators and administrators. Broken sets are refused with their findings, and what was at work stays. TAKEN_BEFORE: another version was put to work since; again=true puts the folder's to work all the same.")
  List<AttemptView> reload(@RequestParam(defaultValue = "false") boolean again) {
    return publisher.reload(actor.get().id(), again).stream().map(AttemptView::of).toList();
  }

  @PostMapping(path = "/{name}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Publish a rule set",
      description =
          "Operators and administrators; with dryRun managers, too, for rules that only compare facts. A form with all files of the set, rules and cases, each as a part named file, or one zip with all of them; if you like, author. They are compiled and tried while leads go on being decided, and put to work on all nodes when nothing is wrong: 201, or 200 when they are at work already. 422 names every finding. With dryRun nothing is published and the findings come with a 200.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = PublishForm.class)))
  ResponseEntity<AttemptView> publish(
      @Parameter(description = RuleSetController.NAME, example = "scoring") @PathVariable
          String name,
      @Parameter(hidden = true) @RequestParam(name = "file", required = false)
          @Nullable List<MultipartFile> files,
      @Parameter(hidden = true) @Valid @ModelAttribute Authorship authorship,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    String ruleSet = ReadableSets.name(name);
    if (Question.of(ruleSet).isEmpty()) {
      throw new NotVisible("rule set", ruleSet);
    }
    if (dryRun) {
      boolean onlyPlain = readable.checksOnlyPlain();
      Attempt tried = publisher.check(ruleSet, SentFiles.read(ruleSet, files), onlyPlain);
      return ResponseEntity.ok(AttemptView.of(tried));
    }
    readable.requirePublisher();
    Attempt attempt =
        publisher.upload(
            ruleSet,
            SentFiles.read(ruleSet, files),
            authorship.author(),
            actor.get().id(),
            ifMatch);
    if (attempt.result() == Result.REFUSED) {
      throw Refusals.refused(ruleSet, attempt.findings());
    }
    return ResponseEntity.status(
            attempt.result() == Result.PUBLISHED ? HttpStatus.CREATED : HttpStatus.OK)
        .body(AttemptView.of(attempt));
  }

  @PostMapping("/{name}/rollback")
  @Operation(
      summary = "Put an earlier version to work again",
      description =
          "Operators and administrators. It stays at work when the product starts again, until the folder changes or somebody publishes.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Back to yesterday",
                      value =
                          "{\"version\": \"3f9c2b7a1d04\", \"reason\": \"Too many leads at the desk\"}")))
  AttemptView rollback(
      @Parameter(description = RuleSetController.NAME, example = "scoring") @PathVariable
          String name,
      @Valid @RequestBody Rollback rollback,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    String ruleSet = readable.named(name);
    try {
      Attempt attempt =
          publisher.rollback(
              ruleSet, rollback.version(), rollback.reason(), actor.get().id(), ifMatch);
      if (attempt.result() == Result.REFUSED) {
        throw Refusals.refused(ruleSet, attempt.findings());
      }
      return AttemptView.of(attempt);
    } catch (UnknownRuleSetVersion unknown) {
      throw Refused.invalid("version", "was never published");
    }
  }

  @PostMapping("/{name}/retire")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take the rules of a unit or partner out of work",
      description =
          "Operators and administrators. Leads for it become tasks of the lead desk, until its folder changes or somebody publishes. 409 for the sets every lead needs.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A partner left",
                      value = "{\"reason\": \"Contract ended in June\"}")))
  void retire(
      @Parameter(description = RuleSetController.NAME, example = "routing~partners~nordwind")
          @PathVariable
          String name,
      @Valid @RequestBody Retirement retirement,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    publisher.retire(readable.named(name), retirement.reason(), actor.get().id(), ifMatch);
  }

  @DeleteMapping("/{name}/refusals/{origin}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Dismiss what was refused",
      description =
          "Operators and administrators. What was refused of the folder, of an upload or for not coming to an end is shown until the same origin puts it right; this takes it off the list. 404 when there is nothing of that origin.")
  void dismiss(
      @Parameter(description = RuleSetController.NAME, example = "routing~units~emea") @PathVariable
          String name,
      @PathVariable Origin origin) {
    if (!publisher.dismiss(readable.named(name), origin, actor.get().id())) {
      throw new NotVisible("refusal", origin);
    }
  }

  /** Which version, and why. */
  @StorableText
  record Rollback(
      @NotBlank @Size(max = 64) String version, @NotBlank @Size(max = 500) String reason) {}

  /** Why. */
  @StorableText
  record Retirement(@NotBlank @Size(max = 500) String reason) {}

  /** Who wrote the rules; null when nobody says. */
  @StorableText
  record Authorship(@Size(max = 200) @Nullable String author) {}

  /** What {@link #publish} takes, for the document of the API. */
  record PublishForm(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<MultipartFile> file,
      @Schema(maxLength = 200, example = "Emma Sales") String author) {}
}
