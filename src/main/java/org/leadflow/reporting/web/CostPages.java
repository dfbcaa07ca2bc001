package org.leadflow.reporting.web;

import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.lead.OptionSet;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Currencies;
import org.leadflow.organization.Organization;
import org.leadflow.reporting.Costs;
import org.leadflow.reporting.NewCost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What sources of leads cost, as a page: see, enter, remove. */
@PageController
@RequestMapping("/reports/costs")
class CostPages {

  private final Costs costs;
  private final Organization organization;
  private final Currencies currencies;
  private final Validator validator;

  CostPages(Costs costs, Organization organization, Currencies currencies, Validator validator) {
    this.costs = costs;
    this.organization = organization;
    this.currencies = currencies;
    this.validator = validator;
  }

  @GetMapping
  ModelAndView list() {
    return page(CostForm.empty(currencies.stored().base()));
  }

  @PostMapping
  ModelAndView add(@ModelAttribute CostForm form) {
    try {
      costs.add(valid(form.read()));
      return new ModelAndView("redirect:/reports/costs");
    } catch (Refused refused) {
      ModelAndView again = page(form);
      again.setStatus(refused.status());
      return again.addObject("refusal", refused.getMessage()).addObject("faults", refused.faults());
    }
  }

  @PostMapping("/{costId}/remove")
  ModelAndView remove(@PathVariable UUID costId) {
    costs.remove(costId);
    return new ModelAndView("redirect:/reports/costs");
  }

  private NewCost valid(NewCost cost) {
    Refused.ifAny(
        validator.validate(cost).stream()
            .map(each -> new FieldFault(each.getPropertyPath().toString(), each.getMessage()))
            .sorted(Comparator.comparing(FieldFault::field))
            .toList());
    return cost;
  }

  private ModelAndView page(CostForm form) {
    Map<String, String> units =
        organization.units().stream()
            .collect(Collectors.toMap(BusinessUnit::id, BusinessUnit::name));
    Map<Integer, String> sources = OptionSet.LEAD_SOURCE.labels();
    Function<String, String> unit = id -> units.getOrDefault(id, id);
    return new ModelAndView("report-costs")
        .addObject(
            "costs", costs.list().stream().map(cost -> CostRow.of(cost, unit, sources)).toList())
        .addObject("form", form)
        .addObject("units", costs.units())
        .addObject("sources", sources)
        .addObject("currencies", currencies.stored().rates().keySet())
        .addObject("refusal", null)
        .addObject("faults", List.of());
  }
}
