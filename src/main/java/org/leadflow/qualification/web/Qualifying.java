package org.leadflow.qualification.web;

import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Answering;
import org.leadflow.qualification.Preview;
import org.leadflow.qualification.Qualification;
import org.leadflow.qualification.QualifyLead;
import org.leadflow.qualification.Verdict;
import org.leadflow.qualification.approval.ApprovalAnswer;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Qualifies one lead for a caller who may, or shows what that would do. */
@Component
class Qualifying {

  private final LeadAccess access;
  private final Answering answering;
  private final Qualification qualification;
  private final Approvals approvals;
  private final LeadRecords leads;

  Qualifying(
      LeadAccess access,
      Answering answering,
      Qualification qualification,
      Approvals approvals,
      LeadRecords leads) {
    this.access = access;
    this.answering = answering;
    this.qualification = qualification;
    this.approvals = approvals;
    this.leads = leads;
  }

  /** Approves what a manager is asked about, so that it is done now. */
  @Transactional
  QualifiedView approve(UUID leadId) {
    approvals.answer(leadId, new ApprovalAnswer.Approved());
    return QualifiedView.done(qualification.done(leadId), qualification.undoUntil());
  }

  /**
   * Does it, or asks a manager first, or refuses and changes nothing; a dry run never changes
   * anything.
   */
  @Transactional
  QualifiedView qualify(UUID leadId, QualifyLead request) {
    if (Boolean.TRUE.equals(request.dryRun())) {
      return preview(leadId, request);
    }
    access.require(leadId, Privilege.WRITE);
    if (answering.answer(leadId, new Answer.Qualified(request)) instanceof Verdict.No no) {
      throw no.refused();
    }
    if (leads.get(leadId).isOpen()) {
      return QualifiedView.waiting(approvals.open(leadId).orElseThrow());
    }
    return QualifiedView.done(qualification.done(leadId), qualification.undoUntil());
  }

  private QualifiedView preview(UUID leadId, QualifyLead request) {
    Preview preview = qualification.preview(access.require(leadId, Privilege.WRITE), request);
    if (preview instanceof Preview.Impossible impossible) {
      throw impossible.no().refused();
    }
    var possible = (Preview.Possible) preview;
    return QualifiedView.dryRun(possible.plan(), possible.token(), possible.undecided());
  }
}
