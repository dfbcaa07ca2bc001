package org.leadflow.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Collects what is known about a lead; every setter takes null for "not known". */
public final class LeadFactsBuilder {

  private final LocalDate today;
  private @Nullable String subject;
  private @Nullable String firstName;
  private @Nullable String lastName;
  private @Nullable String jobTitle;
  private @Nullable String companyName;
  private @Nullable String emailAddress;
  private @Nullable String emailDomain;
  private @Nullable Boolean freeMail;
  private @Nullable String phone;
  private @Nullable String country;
  private @Nullable String state;
  private @Nullable String city;
  private @Nullable String postalCode;
  private @Nullable String industry;
  private @Nullable Integer employees;
  private @Nullable BigDecimal revenue;
  private @Nullable String source;
  private @Nullable String rating;
  private @Nullable String campaign;
  private @Nullable BigDecimal budget;
  private @Nullable String budgetStatus;
  private @Nullable String timeframe;
  private @Nullable String need;
  private @Nullable Boolean decisionMaker;
  private @Nullable String language;
  private @Nullable String partner;
  private @Nullable Boolean customer;
  private @Nullable String description;
  private @Nullable String channel;
  private @Nullable Integer score;
  private @Nullable String grade;

  LeadFactsBuilder(LocalDate today) {
    this.today = today;
  }

  public LeadFactsBuilder subject(@Nullable String subject) {
    this.subject = subject;
    return this;
  }

  public LeadFactsBuilder firstName(@Nullable String firstName) {
    this.firstName = firstName;
    return this;
  }

  public LeadFactsBuilder lastName(@Nullable String lastName) {
    this.lastName = lastName;
    return this;
  }

  public LeadFactsBuilder jobTitle(@Nullable String jobTitle) {
    this.jobTitle = jobTitle;
    return this;
  }

  public LeadFactsBuilder companyName(@Nullable String companyName) {
    this.companyName = companyName;
    return this;
  }

  public LeadFactsBuilder emailAddress(@Nullable String emailAddress) {
    this.emailAddress = emailAddress;
    return this;
  }

  public LeadFactsBuilder emailDomain(@Nullable String emailDomain) {
    this.emailDomain = emailDomain;
    return this;
  }

  public LeadFactsBuilder freeMail(@Nullable Boolean freeMail) {
    this.freeMail = freeMail;
    return this;
  }

  public LeadFactsBuilder phone(@Nullable String phone) {
    this.phone = phone;
    return this;
  }

  public LeadFactsBuilder country(@Nullable String country) {
    this.country = country;
    return this;
  }

  public LeadFactsBuilder state(@Nullable String state) {
    this.state = state;
    return this;
  }

  public LeadFactsBuilder city(@Nullable String city) {
    this.city = city;
    return this;
  }

  public LeadFactsBuilder postalCode(@Nullable String postalCode) {
    this.postalCode = postalCode;
    return this;
  }

  public LeadFactsBuilder industry(@Nullable String industry) {
    this.industry = industry;
    return this;
  }

  public LeadFactsBuilder employees(@Nullable Integer employees) {
    this.employees = employees;
    return this;
  }

  public LeadFactsBuilder revenue(@Nullable BigDecimal revenue) {
    this.revenue = revenue;
    return this;
  }

  public LeadFactsBuilder source(@Nullable String source) {
    this.source = source;
    return this;
  }

  public LeadFactsBuilder rating(@Nullable String rating) {
    this.rating = rating;
    return this;
  }

  public LeadFactsBuilder campaign(@Nullable String campaign) {
    this.campaign = campaign;
    return this;
  }

  public LeadFactsBuilder budget(@Nullable BigDecimal budget) {
    this.budget = budget;
    return this;
  }

  public LeadFactsBuilder budgetStatus(@Nullable String budgetStatus) {
    this.budgetStatus = budgetStatus;
    return this;
  }

  public LeadFactsBuilder timeframe(@Nullable String timeframe) {
    this.timeframe = timeframe;
    return this;
  }

  public LeadFactsBuilder need(@Nullable String need) {
    this.need = need;
    return this;
  }

  public LeadFactsBuilder decisionMaker(@Nullable Boolean decisionMaker) {
    this.decisionMaker = decisionMaker;
    return this;
  }

  public LeadFactsBuilder language(@Nullable String language) {
    this.language = language;
    return this;
  }

  public LeadFactsBuilder partner(@Nullable String partner) {
    this.partner = partner;
    return this;
  }

  public LeadFactsBuilder customer(@Nullable Boolean customer) {
    this.customer = customer;
    return this;
  }

  public LeadFactsBuilder description(@Nullable String description) {
    this.description = description;
    return this;
  }

  public LeadFactsBuilder channel(@Nullable String channel) {
    this.channel = channel;
    return this;
  }

  public LeadFactsBuilder score(@Nullable Integer score) {
    this.score = score;
    return this;
  }

  public LeadFactsBuilder grade(@Nullable String grade) {
    this.grade = grade;
    return this;
  }

  /** The facts as collected so far. */
  public LeadFacts build() {
    return new LeadFacts(
        today,
        subject,
        firstName,
        lastName,
        jobTitle,
        companyName,
        emailAddress,
        emailDomain,
        freeMail,
        phone,
        country,
        state,
        city,
        postalCode,
        industry,
        employees,
        revenue,
        source,
        rating,
        campaign,
        budget,
        budgetStatus,
        timeframe,
        need,
        decisionMaker,
        language,
        partner,
        customer,
        description,
        channel,
        score,
        grade);
  }
}
