package org.leadflow.assignment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.leadflow.assignment.FairnessReport;
import org.leadflow.assignment.Gate;
import org.leadflow.assignment.Otherwise;
import org.leadflow.assignment.PoolSettings;
import org.leadflow.assignment.Strategy;
import org.leadflow.assignment.web.PoolViews.PoolView;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pools as pages: what each gives its turns by, who is in it, and how fair it was. Everything goes
 * through the door programs use, so whoever may do something there may do it here.
 */
@PageController
@RequestMapping("/pools")
class PoolPages {

  private static final int DAYS = 30;

  private final PoolController door;
  private final PoolDoor access;
  private final WallClock times;
  private final Clock clock;

  PoolPages(PoolController door, PoolDoor access, WallClock times, Clock clock) {
    this.door = door;
    this.access = access;
    this.times = times;
    this.clock = clock;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("pools", door.list());
    return "pools";
  }

  @GetMapping("/{teamId}")
  ModelAndView show(@PathVariable String teamId, @RequestParam(defaultValue = "" + DAYS) int days) {
    return page(teamId, days);
  }

  @PostMapping("/{teamId}")
  ModelAndView save(@PathVariable String teamId, @ModelAttribute PoolForm form) {
    return done(teamId, () -> door.save(teamId, form.ifMatch(), form.fields()));
  }

  @PostMapping("/{teamId}/members/{userId}")
  ModelAndView saveMember(
      @PathVariable String teamId, @PathVariable String userId, @ModelAttribute MemberForm form) {
    return done(teamId, () -> door.saveMember(teamId, userId, form.ifMatch(), form.fields()));
  }

  @PostMapping("/{teamId}/pause")
  ModelAndView pause(@PathVariable String teamId) {
    return done(teamId, () -> door.pause(teamId));
  }

  @PostMapping("/{teamId}/resume")
  ModelAndView resume(@PathVariable String teamId) {
    return done(teamId, () -> door.resume(teamId));
  }

  /** Back to the page, which says what is wrong when something is. */
  private ModelAndView done(String teamId, Supplier<?> work) {
    try {
      work.get();
      return new ModelAndView("redirect:/pools/{teamId}");
    } catch (OptimisticLockingFailureException late) {
      return refused(
          teamId,
          HttpStatus.CONFLICT,
          "Somebody changed this pool meanwhile; look again.",
          List.of());
    } catch (Refused refused) {
      return refused(teamId, refused.status(), refused.getMessage(), refused.faults());
    }
  }

  private ModelAndView refused(String teamId, HttpStatus status, String refusal, List<?> faults) {
    ModelAndView page = page(teamId, DAYS);
    page.setStatus(status);
    return page.addObject("refusal", refusal).addObject("faults", faults);
  }

  private ModelAndView page(String teamId, int days) {
    Instant now = clock.instant();
    int window = Math.max(1, Math.min(days, 366));
    PoolView pool = door.read(teamId).getBody();
    FairnessReport fairness = door.fairness(teamId, now.minus(Duration.ofDays(window)), now);
    return new ModelAndView("pool")
        .addObject("pool", pool)
        .addObject("form", PoolForm.of(pool.settings()))
        .addObject("forms", pool.members().stream().map(MemberForm::of).toList())
        .addObject("manages", access.manages(teamId))
        .addObject("strategies", Strategy.values())
        .addObject("otherwise", Otherwise.Kind.values())
        .addObject("catchUps", PoolSettings.CatchUp.values())
        .addObject("credits", PoolSettings.Credit.values())
        .addObject("gates", Gate.values())
        .addObject("fairness", fairness)
        .addObject("days", window)
        .addObject("since", times.minute(fairness.from()));
  }
}
