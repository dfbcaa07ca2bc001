package org.leadflow.process.offer;

/** Names of {@code lead-offer.bpmn}, spelled once. */
public final class LeadOffer {

  public static final String KEY = "lead-offer";
  public static final String ANSWER_OFFER = "UserTask_AnswerOffer";

  private LeadOffer() {}
}
