package org.leadflow.lead;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The number must be one of the option set; the refusal lists the allowed ones. Null is allowed.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Option.Check.class)
public @interface Option {

  OptionSet value();

  String message() default "is not an option";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  class Check implements ConstraintValidator<Option, Integer> {

    private OptionSet set = OptionSet.RATING;

    @Override
    public void initialize(Option option) {
      set = option.value();
    }

    @Override
    public boolean isValid(@Nullable Integer code, ConstraintValidatorContext context) {
      if (code == null || set.labels().containsKey(code)) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate("must be one of " + set.asText())
          .addConstraintViolation();
      return false;
    }
  }
}
