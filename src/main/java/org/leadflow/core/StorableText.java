package org.leadflow.core;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
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
      boolean valid = true;
      for (RecordComponent component : given.getClass().getRecordComponents()) {
        if (component.getType() == String.class && !isStorable((String) read(component, given))) {
          valid = false;
          context
              .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
              .addPropertyNode(component.getName())
              .addConstraintViolation();
        }
      }
      if (!valid) {
        context.disableDefaultConstraintViolation();
      }
      return valid;
    }

    static boolean isStorable(@Nullable String text) {
      return text == null
          || text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Object read(RecordComponent component, Record record) {
      try {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor.invoke(record);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
