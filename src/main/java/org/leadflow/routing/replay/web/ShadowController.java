package org.leadflow.routing.replay.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.leadflow.access.CurrentCaller;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.routing.replay.Agreement;
import org.leadflow.routing.replay.Shadows;
import org.leadflow.rules.explain.ReadableRules;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets a version of a rule set decide beside the one at work. Operators and administrators choose
 * it, managers see how it agrees.
 */
@RestController
@RequestMapping("/api/rule-sets/{name}/shadow")
@Tag(name = "Rule sets")
class ShadowController {

  private final Shadows shadows;
  private final CurrentCaller callers;

  ShadowController(Shadows shadows, CurrentCaller callers) {
    this.shadows = shadows;
    this.callers = callers;
  }

  @StorableText
  record Chosen(@NotBlank @Size(max = 64) String version) {}

  @PutMapping
  @Operation(
      summary = "Let a version decide beside the one at work",
      description =
          "Operators and administrators only. Every lead from then on is decided by both, the shadow's answer after the"
              + " other is stored; it is counted and never followed. Slashes of the set's name are written as ~.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(name = "A version", value = "{\"version\": \"1a2b3c4d5e6f\"}")))
  Agreement set(
      @Parameter(example = "routing~company") @PathVariable String name,
      @Valid @RequestBody Chosen chosen) {
    String ruleSet = ruleSet(name);
    if (!shadows.set(ruleSet, chosen.version(), callers.get())) {
      throw Refused.invalid("version", "must be a version of " + ruleSet + " that can be read");
    }
    return read(name);
  }

  @DeleteMapping
  @Operation(summary = "Take the shadow away", description = "What was counted of it stays.")
  ResponseEntity<Void> remove(@Parameter(example = "routing~company") @PathVariable String name) {
    if (!shadows.remove(ruleSet(name))) {
      throw none();
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping
  @Operation(
      summary = "How the shadow agrees with the version at work",
      description =
          "Per day and per rule at work that decided, with some leads on which they differ, of those you may read.")
  Agreement read(@Parameter(example = "routing~company") @PathVariable String name) {
    return Optional.of(ruleSet(name))
        .filter(asked -> ReadableRules.areFor(callers.get(), asked))
        .flatMap(asked -> shadows.agreement(asked, callers.get()))
        .orElseThrow(ShadowController::none);
  }

  private static String ruleSet(String name) {
    return name.replace('~', '/');
  }

  private static Refused none() {
    return new Refused(
        HttpStatus.NOT_FOUND, "not-found", "This rule set has no shadow.", List.of());
  }
}
