package org.leadflow.lead;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** Says in the API's document which numbers an option may have, and what they mean. */
@Component
class OptionsInDocument implements PropertyCustomizer {

  @Override
  public Schema<?> customize(Schema property, AnnotatedType type) {
    if (type.getCtxAnnotations() != null) {
      for (Annotation annotation : type.getCtxAnnotations()) {
        if (annotation instanceof Option option) {
          property.setDescription(option.value().asText());
        }
      }
    }
    return property;
  }
}
