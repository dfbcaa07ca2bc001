package org.leadflow.offer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageView;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.offer.Offer;
import org.leadflow.offer.OfferAnswer;
import org.leadflow.offer.OfferAnswering;
import org.leadflow.offer.Offers;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is offered to channel partners, and what their people answer. */
@RestController
@Tag(name = "Offers")
class OfferController {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Offers offers;
  private final OfferAnswering answering;

  OfferController(
      LeadAccess access,
      LeadRecords leads,
      Permissions permissions,
      CurrentCaller callers,
      Offers offers,
      OfferAnswering answering) {
    this.access = access;
    this.leads = leads;
    this.permissions = permissions;
    this.callers = callers;
    this.offers = offers;
    this.answering = answering;
  }

  @GetMapping("/api/offers")
  @Operation(
      summary = "The leads on offer that wait for an answer",
      description =
          "Partners find what is offered to them, others what they may read; the next to lapse first.")
  PageView<OpenOffer> open(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    PageRequest request = PageView.request(page, size, Sort.unsorted());
    Page<Offer> open =
        offers.open(caller.partnerId(), permissions.visibleRows(caller, Privilege.READ), request);
    Map<UUID, Lead> about = leads(open.getContent());
    List<OpenOffer> there =
        open.stream()
            .filter(offer -> about.containsKey(offer.leadId()))
            .map(offer -> OpenOffer.of(offer, about.get(offer.leadId())))
            .toList();
    return PageView.of(new PageImpl<>(there, request, open.getTotalElements()));
  }

  private Map<UUID, Lead> leads(List<Offer> offers) {
    if (offers.isEmpty()) {
      return Map.of();
    }
    List<UUID> ids = offers.stream().map(Offer::leadId).toList();
    return leads.page(Criteria.where("leadId").in(ids), PageRequest.of(0, ids.size())).stream()
        .collect(Collectors.toMap(Lead::leadId, lead -> lead));
  }

  @GetMapping("/api/leads/{leadId}/offers")
  @Operation(
      summary = "To which partners a lead was offered, the newest first",
      description = "A partner finds the offers made to it and no others.")
  List<OfferView> offers(@PathVariable UUID leadId) {
    access.require(leadId, Privilege.READ);
    String partner = callers.get().partnerId();
    return offers.of(leadId).stream()
        .filter(offer -> partner == null || partner.equals(offer.partnerId()))
        .map(OfferView::of)
        .toList();
  }

  @PostMapping("/api/leads/{leadId}/offer/accept")
  @Operation(
      summary = "Accept an offered lead",
      description =
          """
          Whoever accepts it has it and works it, or his team does; rules do not take it away until `protectedUntil`.
          Only people of the partner answer. 409 `offer-accepted`, `offer-declined`, `offer-lapsed` or
          `offer-withdrawn` for those who come too late, `not-offered` for a lead that is not on offer.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(name = "I work it", value = "{\"workedBy\": \"me\"}"),
                @ExampleObject(
                    name = "Whoever of the team claims it",
                    value = "{\"workedBy\": \"team\"}")
              }))
  OfferView accept(
      @PathVariable UUID leadId,
      @Valid @RequestBody(required = false) @Nullable Acceptance acceptance) {
    return answered(
        leadId, acceptance == null ? new OfferAnswer.Accepted(false) : acceptance.answer());
  }

  @PostMapping("/api/leads/{leadId}/offer/decline")
  @Operation(
      summary = "Decline an offered lead",
      description =
          "It falls back to the unit that looks after the partner, who does not get it again. The reason is kept in"
              + " the decision about the lead. 409 as for accepting.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "With the reason",
                      value = "{\"reason\": \"We have nobody for this region\"}")))
  OfferView decline(@PathVariable UUID leadId, @Valid @RequestBody Refusal refusal) {
    return answered(leadId, refusal.answer());
  }

  private OfferView answered(UUID leadId, OfferAnswer answer) {
    answering.answer(leadId, answer);
    String partner = callers.get().partnerId();
    return offers.of(leadId).stream()
        .filter(offer -> offer.partnerId().equals(partner))
        .findFirst()
        .map(OfferView::of)
        .orElseThrow();
  }
}
