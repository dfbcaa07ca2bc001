package org.leadflow.core;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/** A mail address that could receive mail, international domains included. Null is allowed. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailAddress.Check.class)
public @interface EmailAddress {

  String message() default "must be an e-mail address such as ann@company.example";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  class Check implements ConstraintValidator<EmailAddress, String> {

    /**
     * The domains reserved for documentation and tests (RFC 2606) are no registered ones, but
     * people try them.
     */
    private static final EmailValidator VALIDATOR =
        new EmailValidator(
            false,
            false,
            DomainValidator.getInstance(
                false,
                List.of(
                    new DomainValidator.Item(
                        DomainValidator.ArrayType.GENERIC_PLUS,
                        new String[] {"example", "test"}))));

    @Override
    public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
      return address == null || VALIDATOR.isValid(address);
    }
  }
}
