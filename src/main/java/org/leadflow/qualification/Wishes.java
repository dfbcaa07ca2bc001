package org.leadflow.qualification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Records;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.organization.Currencies;
import org.springframework.stereotype.Component;

/** Which records are to be created, by the request and else by the settings of the lead's unit. */
@Component
class Wishes {

  private final ConversionSettings settings;
  private final Currencies currencies;

  Wishes(ConversionSettings settings, Currencies currencies) {
    this.settings = settings;
    this.currencies = currencies;
  }

  Result of(Lead lead, QualifyLead request, Targets.Found found) {
    ConversionDefaults defaults = settings.inForce(lead.owningBusinessUnit());
    LeadFields fields = lead.fields();
    List<FieldFault> faults = new ArrayList<>(unfilled(fields, defaults));
    List<FieldFault> undecided = new ArrayList<>();
    Map<RecordType, Step> steps = new EnumMap<>(RecordType.class);

    boolean noCompany = Mapping.isEmpty(fields.companyName());
    steps.put(
        RecordType.ACCOUNT,
        noCompany && request.createAccount() == null
            ? Step.skip("The lead has no company.")
            : step(RecordType.ACCOUNT, request, defaults, found.account(), undecided));
    if (noCompany && found.account() == null && Boolean.TRUE.equals(request.createAccount())) {
      faults.add(new FieldFault("companyName", "is needed to create an account"));
    }
    steps.put(
        RecordType.CONTACT,
        step(RecordType.CONTACT, request, defaults, found.contact(), undecided));

    Step opportunity =
        step(RecordType.OPPORTUNITY, request, defaults, found.opportunity(), undecided);
    if (opportunity.creates() && found.opportunity() == null && undecided.isEmpty()) {
      if (!hasCustomer(request, found, steps)) {
        faults.add(
            new FieldFault("createOpportunity", "needs an account or a contact as its customer"));
      }
      String currency = currency(lead, request).orElse(null);
      if (currency == null) {
        faults.add(
            new FieldFault(
                "opportunityCurrencyId", "is needed with an opportunity: choose a currency"));
      }
      opportunity = opportunity.in(currency);
    }
    steps.put(RecordType.OPPORTUNITY, opportunity);
    return new Result(no(faults, undecided), steps);
  }

  private static Verdict.@Nullable No no(List<FieldFault> faults, List<FieldFault> undecided) {
    if (faults.isEmpty() && undecided.isEmpty()) {
      return null;
    }
    if (faults.isEmpty()) {
      return Verdict.No.invalid(
          "choose-records",
          "Say which records the lead becomes: your unit wants to be asked.",
          undecided);
    }
    boolean currencyOnly =
        undecided.isEmpty()
            && faults.stream().allMatch(fault -> fault.field().equals("opportunityCurrencyId"));
    return Verdict.No.invalid(
        currencyOnly ? "currency-required" : "incomplete",
        "The lead cannot be qualified like this.",
        Stream.concat(faults.stream(), undecided.stream()).toList());
  }

  private static List<FieldFault> unfilled(LeadFields fields, ConversionDefaults defaults) {
    Map<String, @Nullable Object> values = Records.values(fields);
    return Objects.requireNonNull(defaults.requiredFields()).stream()
        .filter(field -> Mapping.isEmpty(values.get(field)))
        .map(
            field ->
                new FieldFault(field, "must be filled before a lead of this unit is qualified"))
        .toList();
  }

  private static Step step(
      RecordType type,
      QualifyLead request,
      ConversionDefaults defaults,
      @Nullable Object existing,
      List<FieldFault> undecided) {
    Boolean wish = request.wish(type);
    if (existing == null && wish == null && !defaults.creates(type)) {
      String flag = "create" + type.name().charAt(0) + type.word().substring(1);
      undecided.add(new FieldFault(flag, "must be answered with yes or no"));
    }
    boolean creates = wish == null ? defaults.creates(type) : wish;
    return creates ? new Step(true, "", null) : Step.skip("It was not wanted.");
  }

  private static boolean hasCustomer(
      QualifyLead request, Targets.Found found, Map<RecordType, Step> steps) {
    return request.opportunityCustomerId() != null
        || found.account() != null
        || found.contact() != null
        || steps.get(RecordType.ACCOUNT).creates()
        || steps.get(RecordType.CONTACT).creates();
  }

  private Optional<String> currency(Lead lead, QualifyLead request) {
    return Optional.ofNullable(request.opportunityCurrencyId())
        .or(() -> Optional.ofNullable(lead.fields().transactionCurrencyId()))
        .or(() -> currencies.unitDefault(lead.owningBusinessUnit()));
  }

  /** The steps, or why there are none. */
  record Result(Verdict.@Nullable No no, Map<RecordType, Step> steps) {}

  /**
   * What to do where no existing record is found.
   *
   * @param reason why it is not created
   * @param currency of a new opportunity
   */
  record Step(boolean creates, String reason, @Nullable String currency) {

    static Step skip(String reason) {
      return new Step(false, reason, null);
    }

    Step in(@Nullable String code) {
      return new Step(creates, reason, code);
    }
  }
}
