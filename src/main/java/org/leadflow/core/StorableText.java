package org.leadflow.core;

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
 * Every text of the record can be stored by every database as it was sent: no NUL character, no
 * half of a surrogate pair. The refusal names the field.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StorableText.Check.class)
public @interface StorableText {

  String message() default
      "holds a character that cannot be stored (NUL or half of a surrogate pair)";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  class Check implements ConstraintValidator<StorableText, Record> {

    @Override
    public boolean isValid(Record given, ConstraintValidatorContext context) {
      RecordShape<Record> shape = RecordShape.of(given);
      boolean valid = true;
      for (int place = 0; place < shape.names().size(); place++) {
        if (shape.types().get(place) == String.class
            && !isStorable((String) shape.value(given, place))) {
          valid = false;
          context
              .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
              .addPropertyNode(shape.names().get(place))
              .addConstraintViolation();
        }
      }
      if (!valid) {
        context.disableDefaultConstraintViolation();
      }
      return valid;
    }

    /** Whether any database stores it; null can be stored. */
    public static boolean isStorable(@Nullable String text) {
      for (int place = 0; text != null && place < text.length(); place++) {
        char here = text.charAt(place);
        if (Character.isHighSurrogate(here)
            && place + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(place + 1))) {
          place++;
        } else if (here == 0 || Character.isSurrogate(here)) {
          return false;
        }
      }
      return true;
    }
  }
}
