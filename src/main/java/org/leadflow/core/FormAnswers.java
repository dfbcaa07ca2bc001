package org.leadflow.core;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Does what a form asks for; where that is refused, the page says why. */
@Component
public class FormAnswers {

  private final Validator validator;

  FormAnswers(Validator validator) {
    this.validator = validator;
  }

  /**
   * What is written, checked as where programs send it.
   *
   * @throws ConstraintViolationException naming every wrong field
   */
  public <T extends Record> T valid(T written) {
    Set<ConstraintViolation<T>> violations = validator.validate(written);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return written;
  }

  /**
   * @param work answers the path to go on to
   * @param page the page to show again when the work is refused; it gets the {@code refusal} and
   *     the {@code faults}
   */
  public ModelAndView done(Supplier<String> work, Supplier<ModelAndView> page) {
    try {
      return new ModelAndView("redirect:" + work.get());
    } catch (Refused refused) {
      return refused(page, refused);
    } catch (ConstraintViolationException invalid) {
      return refused(page, Refused.invalid(faults(invalid)));
    }
  }

  /** The same where somebody else may be faster, which the page says too. */
  public ModelAndView doneUnlessOvertaken(Supplier<String> work, Supplier<ModelAndView> page) {
    try {
      return done(work, page);
    } catch (ConcurrencyFailureException overtaken) {
      return refused(
          page, HttpStatus.CONFLICT, "Somebody changed this meanwhile; look again.", List.of());
    }
  }

  /** The page with the refusal on it. */
  public static ModelAndView refused(Supplier<ModelAndView> page, Refused refused) {
    return refused(page, refused.status(), refused.getMessage(), refused.faults());
  }

  private static List<FieldFault> faults(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map(each -> new FieldFault(each.getPropertyPath().toString(), each.getMessage()))
        .sorted(Comparator.comparing(FieldFault::field))
        .toList();
  }

  private static ModelAndView refused(
      Supplier<ModelAndView> page,
      HttpStatusCode status,
      String sentence,
      List<FieldFault> faults) {
    ModelAndView again = page.get();
    again.setStatus(status);
    return again.addObject("refusal", sentence).addObject("faults", faults);
  }
}
