package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.organization.web.AbsenceController.AbsenceFields;
import org.leadflow.organization.web.PasswordController.NewPassword;
import org.leadflow.organization.web.UserController.SkillFields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Users as pages: who there is, what each may do and knows, and when he is away. Everything goes
 * through the doors programs use.
 */
@PageController
@RequestMapping("/users")
class UserPages {

  private final UserController users;
  private final PasswordController passwords;
  private final AbsenceController absences;
  private final UserSheets sheets;
  private final FormAnswers answers;
  private final Clock clock;

  UserPages(
      UserController users,
      PasswordController passwords,
      AbsenceController absences,
      UserSheets sheets,
      FormAnswers answers,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.absences = absences;
    this.sheets = sheets;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(@ModelAttribute UserSearch search) {
    return sheets.list(search, UserForm.EMPTY);
  }

  @PostMapping
  ModelAndView create(@ModelAttribute UserForm form) {
    return answers.doneUnlessOvertaken(
        () -> {
          NewUser user = answers.valid(form.created());
          users.create(user);
          return "/users/" + user.id();
        },
        () -> sheets.list(UserSearch.ALL, form));
  }

  @GetMapping("/{id}")
  ModelAndView show(@PathVariable String id) {
    return sheets.user(id, null, LocalDate.now(clock));
  }

  @PostMapping("/{id}")
  ModelAndView save(@PathVariable String id, @ModelAttribute UserForm form) {
    return answers.doneUnlessOvertaken(
        () -> {
          users.change(id, form.ifMatch(), form.changes());
          return "/users/{id}";
        },
        () -> sheets.user(id, form, LocalDate.now(clock)));
  }

  @PostMapping("/{id}/active")
  ModelAndView turn(
      @PathVariable String id,
      @RequestParam String ifMatch,
      @RequestParam boolean active,
      RedirectAttributes told) {
    return done(
        id,
        () -> {
          UserRecord user =
              users
                  .change(id, ifMatch, JsonNodeFactory.instance.objectNode().put("active", active))
                  .getBody();
          Map<String, Integer> left = Objects.requireNonNull(user).left();
          if (left != null) {
            told.addFlashAttribute("left", left);
          }
        });
  }

  @PostMapping("/{id}/password")
  ModelAndView setPassword(
      @PathVariable String id, @RequestParam String password, RedirectAttributes told) {
    return done(
        id,
        () -> {
          passwords.setPassword(id, new NewPassword(password));
          told.addFlashAttribute("said", "The password is set.");
        });
  }

  @PostMapping("/{id}/skills")
  ModelAndView setSkills(@PathVariable String id, @RequestParam String skills) {
    return done(id, () -> users.setSkills(id, new SkillFields(Typed.skills(skills))));
  }

  @PostMapping("/{id}/absences")
  ModelAndView enter(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String substituteId,
      @RequestParam(defaultValue = "") String reason) {
    return done(
        id,
        () -> {
          LocalDate first = Typed.day("from", from);
          LocalDate last = Typed.day("until", until);
          if (first == null || last == null) {
            throw Refused.invalid("from", "and until must both be given");
          }
          absences.enter(
              answers.valid(
                  new AbsenceFields(
                      id, first, last, Typed.text(substituteId), Typed.text(reason))));
        });
  }

  @PostMapping("/{id}/absences/{absenceId}/cancel")
  ModelAndView cancel(@PathVariable String id, @PathVariable UUID absenceId) {
    return done(id, () -> absences.cancel(absenceId));
  }

  private ModelAndView done(String id, Runnable work) {
    return answers.doneUnlessOvertaken(
        () -> {
          work.run();
          return "/users/{id}";
        },
        () -> sheets.user(id, null, LocalDate.now(clock)));
  }

  /**
   * Whom to list.
   *
   * @param state {@code on}, {@code off} or anything else for both
   * @param page counted from 0
   */
  record UserSearch(
      @Nullable String text,
      @Nullable String unit,
      @Nullable String team,
      @Nullable String state,
      @Nullable Integer page) {

    static final UserSearch ALL = new UserSearch(null, null, null, null, null);

    @Nullable Boolean active() {
      return "on".equals(state) ? Boolean.TRUE : "off".equals(state) ? Boolean.FALSE : null;
    }

    int number() {
      return page == null ? 0 : Math.max(0, Math.min(page, 1_000_000));
    }
  }
}
