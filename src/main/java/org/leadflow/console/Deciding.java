package org.leadflow.console;

import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Privilege;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.Reactivation;
import org.leadflow.lead.StatusCode;
import org.leadflow.organization.Owner;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Answering;
import org.leadflow.qualification.QualifyLead;
import org.leadflow.qualification.QualifyLead.NewOpportunity;
import org.leadflow.qualification.QualifyLead.OnDuplicate;
import org.leadflow.qualification.RecordType;
import org.leadflow.qualification.Verdict;
import org.leadflow.routing.HandingOver;
import org.springframework.stereotype.Component;

/**
 * Does to one lead what its reader decided, by the ways programs go; whether it is the only one or
 * one of many. Refuses what cannot be, and then changes nothing.
 */
@Component
class Deciding {

  private static final String NEW_ONE = "new";

  private final LeadAccess access;
  private final Answering answering;
  private final Reactivation reactivation;
  private final HandingOver handingOver;
  private final FormAnswers answers;

  Deciding(
      LeadAccess access,
      Answering answering,
      Reactivation reactivation,
      HandingOver handingOver,
      FormAnswers answers) {
    this.access = access;
    this.answering = answering;
    this.reactivation = reactivation;
    this.handingOver = handingOver;
    this.answers = answers;
  }

  /** A text of a person beside an answer, as long as programs may send it. */
  @StorableText
  record Words(@Size(max = 2000) @Nullable String comment) {}

  /** Why somebody gets a lead. */
  @StorableText
  record Why(@Size(max = 1000) @Nullable String because) {}

  /** What the form says of a request, under the names it has there. */
  private record Said(
      @Nullable UUID accountId,
      @Nullable UUID contactId,
      @Nullable Boolean createOpportunity,
      @Nullable String opportunityCurrencyId,
      NewOpportunity opportunity,
      Set<RecordType> ignoreDuplicates,
      @Nullable String duplicateToken,
      @Nullable OnDuplicate onDuplicate,
      @Nullable String comment) {}

  /** What is done to a lead once its form is understood. */
  interface Decision {
    void carryOut(UUID leadId);
  }

  Decision answer(Answer answer) {
    return leadId -> {
      access.require(leadId, Privilege.WRITE);
      if (answering.answer(leadId, answer) instanceof Verdict.No no) {
        throw no.refused();
      }
    };
  }

  Decision disqualify(FormFields fields) {
    Integer code = fields.given("statusCode", fields.number("statusCode"));
    fields.requireReadable();
    String comment = answers.valid(new Words(fields.text("comment"))).comment();
    StatusCode reason =
        StatusCode.of(code)
            .orElseThrow(() -> Refused.conflict("invalid-status", "There is no such reason."));
    return answer(new Answer.Disqualified(reason, comment));
  }

  Decision qualify(FormFields fields) {
    return answer(new Answer.Qualified(request(fields)));
  }

  /** The request that programs send, of a form with some of its fields. */
  QualifyLead request(FormFields fields) {
    Set<RecordType> newOnes = EnumSet.noneOf(RecordType.class);
    UUID accountId = chosen(fields, "accountId", RecordType.ACCOUNT, newOnes);
    UUID contactId = chosen(fields, "contactId", RecordType.CONTACT, newOnes);
    Map<String, Boolean> wishes = Map.of("yes", true, "no", false);
    Boolean wanted =
        fields.text("opportunity") == null ? null : wishes.get(fields.text("opportunity"));
    var opportunity =
        new NewOpportunity(
            null, fields.amount("estimatedAmount"), fields.day("estimatedCloseDate"));
    fields.requireReadable();
    return answers.valid(
        QualifyLead.of(
            new Said(
                accountId,
                contactId,
                wanted,
                fields.text("currency"),
                opportunity,
                newOnes,
                fields.text("duplicateToken"),
                fields.ticked("useExact") ? OnDuplicate.USE_EXACT : null,
                fields.text("comment"))));
  }

  private static @Nullable UUID chosen(
      FormFields fields, String field, RecordType type, Set<RecordType> newOnes) {
    if (NEW_ONE.equals(fields.text(field))) {
      newOnes.add(type);
      return null;
    }
    return fields.id(field);
  }

  Decision assign(FormFields fields) {
    Owner owner = fields.given("owner", fields.owner("owner"));
    fields.requireReadable();
    String because = answers.valid(new Why(fields.text("because"))).because();
    String seen = fields.text("version");
    String ifMatch = seen == null ? null : '"' + seen + '"';
    return leadId -> handingOver.assign(leadId, ifMatch, owner, because);
  }

  Decision reactivate() {
    return leadId -> {
      access.require(leadId, Privilege.WRITE);
      Reactivation.Result result = reactivation.reactivate(leadId);
      if (result instanceof Reactivation.Result.AlreadyOpen) {
        throw Refused.conflict("lead-open", "The lead is Open; only a closed lead is reactivated.");
      }
      if (result instanceof Reactivation.Result.IsMerged) {
        throw Refused.conflict(
            "lead-merged",
            "The lead was merged into another one: work there, or take the merge back.");
      }
    };
  }

  /** After it was to be qualified: whether a manager has to approve that first. */
  boolean isOpen(UUID leadId) {
    return access.require(leadId, Privilege.READ).isOpen();
  }

  /** Whether the reader may give this lead to somebody, closed ones as a manager only. */
  boolean mayAssign(Lead lead) {
    return access.allowsBeyondOwning(
        lead, Privilege.ASSIGN, lead.isOpen() ? AccessLevel.BASIC : AccessLevel.LOCAL);
  }
}
