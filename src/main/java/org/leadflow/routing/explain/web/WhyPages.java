package org.leadflow.routing.explain.web;

import java.util.UUID;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Why a lead is where it is, and why not elsewhere, as a page. */
@PageController
@RequestMapping("/leads/{leadId}/why")
class WhyPages {

  private final ExplanationController door;

  WhyPages(ExplanationController door) {
    this.door = door;
  }

  /**
   * @param kind team, person, unit, partner or rule; with its id the question "why not"
   */
  @GetMapping
  ModelAndView show(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "team") String kind,
      @RequestParam(defaultValue = "") String id) {
    ModelAndView page =
        new ModelAndView("why")
            .addObject("leadId", leadId)
            .addObject("explanation", door.explanation(leadId, false))
            .addObject("kind", kind)
            .addObject("id", id.strip());
    if (id.isBlank()) {
      return page;
    }
    try {
      return page.addObject(
          "answer",
          kind.equals("rule")
              ? door.rule(leadId, id.strip())
              : door.target(leadId, kind, id.strip()));
    } catch (IllegalArgumentException unknownKind) {
      return page;
    } catch (Refused refused) {
      page.setStatus(refused.status());
      return page.addObject("refusal", refused.inWords());
    }
  }
}
