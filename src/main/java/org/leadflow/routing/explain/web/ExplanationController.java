package org.leadflow.routing.explain.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadAccess;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.routing.explain.Explanations;
import org.leadflow.routing.explain.LeadExplanation;
import org.leadflow.routing.explain.Wanted;
import org.leadflow.routing.explain.WhyNotAnswer;
import org.leadflow.routing.explain.WhyNotRules;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever may read a lead why it is where it is, and why not elsewhere. */
@RestController
@RequestMapping("/api/leads/{leadId}")
@Tag(name = "Decisions")
class ExplanationController {

  private final LeadAccess access;
  private final Explanations explanations;
  private final WhyNotRules whyNot;
  private final Organization organization;
  private final Horizon horizon;
  private final CurrentCaller callers;

  ExplanationController(
      LeadAccess access,
      Explanations explanations,
      WhyNotRules whyNot,
      Organization organization,
      Horizon horizon,
      CurrentCaller callers) {
    this.callers = callers;
    this.access = access;
    this.explanations = explanations;
    this.whyNot = whyNot;
    this.organization = organization;
    this.horizon = horizon;
  }

  @GetMapping("/explanation")
  @Operation(
      summary = "Why a lead is where it is",
      description =
          """
          For each question (screening, scoring, routing) the newest answer: the facts the rules saw, the rule sets with
          their versions, the rules that fired with what became of each, the target and the candidates. Of a lead that
          passed screening nothing is kept; that answer is worked out with the rules at work now and says so.
          """)
  LeadExplanation explanation(
      @PathVariable UUID leadId,
      @Parameter(
              description =
                  "Also the rules that did not fire, each with the conditions that did not hold; the first 200 of a set")
          @RequestParam(defaultValue = "false")
          boolean silent) {
    return explanations.of(
        access.require(leadId, Privilege.READ).leadId(), silent ? callers.get() : null);
  }

  @GetMapping("/why-not-rule/{ruleId}")
  @Operation(
      summary = "Why a rule did not decide about a lead",
      description =
          "It lost to another, or these conditions did not hold, each with the fact's value and what was asked, or its"
              + " rule set was not asked at all.")
  WhyNotAnswer rule(
      @PathVariable UUID leadId, @Parameter(example = "EMEA-010") @PathVariable String ruleId) {
    UUID lead = access.require(leadId, Privilege.READ).leadId();
    return whyNot.rule(lead, ruleId, callers.get()).orElseThrow(() -> unknown("rule"));
  }

  @GetMapping("/why-not-{kind:team|person|unit|partner}/{id}")
  @Operation(
      summary = "Why a lead did not go to a team, person, unit or partner",
      description =
          "Every rule that names it, the ones that came closest first: what it lost to, or the conditions that did not"
              + " hold. Or that no rule names it, or that the company's rules sent the lead elsewhere before that.")
  WhyNotAnswer target(
      @PathVariable UUID leadId,
      @PathVariable String kind,
      @Parameter(example = "dach-enterprise") @PathVariable String id) {
    UUID lead = access.require(leadId, Privilege.READ).leadId();
    var wanted = new Wanted(Wanted.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
    WhyNotAnswer answer = whyNot.target(lead, wanted, callers.get());
    if (!isShown(wanted) && (answer.rules().isEmpty() || horizon.partner() != null)) {
      throw unknown(kind);
    }
    return answer;
  }

  /** Who is beyond the horizon of whoever asks is as if he did not exist. */
  private boolean isShown(Wanted wanted) {
    return switch (wanted.kind()) {
      case TEAM -> organization.team(wanted.id()).filter(horizon::shows).isPresent();
      case PERSON -> organization.user(wanted.id()).filter(horizon::shows).isPresent();
      case UNIT -> organization.unit(wanted.id()).filter(horizon::shows).isPresent();
      case PARTNER -> organization.partner(wanted.id()).filter(horizon::shows).isPresent();
    };
  }

  private static Refused unknown(String kind) {
    return new Refused(
        HttpStatus.NOT_FOUND, "not-found", "There is no such " + kind + ".", List.of());
  }
}
