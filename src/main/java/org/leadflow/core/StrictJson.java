package org.leadflow.core;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.xml.MappingJackson2XmlHttpMessageConverter;
import org.springframework.http.converter.yaml.MappingJackson2YamlHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * JSON is read as it is written or refused with the field's name: no text that becomes a number, no
 * 5.7 that becomes 5, no date that no database keeps. And JSON is the only format that is read.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson implements WebMvcConfigurer {

  @Bean
  Jackson2ObjectMapperBuilderCustomizer readsNothingIntoJson() {
    return json ->
        json.featuresToEnable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .deserializers(
                new FromText<>(LocalDate.class, LocalDate::parse, LocalDate::getYear),
                new FromText<>(Instant.class, StrictJson::instant, StrictJson::year))
            .postConfigurer(StrictJson::takeLiterally);
  }

  /** Spring would read YAML and XML too, with none of these settings. */
  @Override
  public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
    converters.removeIf(MappingJackson2YamlHttpMessageConverter.class::isInstance);
    converters.removeIf(MappingJackson2XmlHttpMessageConverter.class::isInstance);
  }

  /** As exactly as both databases keep it, so that what is answered is what is read later. */
  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  private static int year(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getYear();
  }

  private static void takeLiterally(ObjectMapper json) {
    // 100.00 stays 100.00 on its way through a tree, and is written so.
    json.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    for (LogicalType type :
        new LogicalType[] {
          LogicalType.Textual, LogicalType.Integer, LogicalType.Float, LogicalType.Boolean
        }) {
      for (CoercionInputShape shape : CoercionInputShape.values()) {
        if (!natural(type, shape)) {
          json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
      }
    }
  }

  private static boolean natural(LogicalType type, CoercionInputShape shape) {
    return switch (type) {
      case Textual -> shape == CoercionInputShape.String || shape == CoercionInputShape.EmptyString;
      case Integer -> shape == CoercionInputShape.Integer;
      case Float -> shape == CoercionInputShape.Float || shape == CoercionInputShape.Integer;
      default -> shape == CoercionInputShape.Boolean;
    };
  }

  /**
   * Reads a date or time from text. RFC 3339 ends with the year 9999, and on the way to a database
   * what lies before the Gregorian calendar becomes another day.
   */
  private static final class FromText<T> extends StdDeserializer<T> {

    private final transient Function<String, T> parse;
    private final transient ToIntFunction<T> year;

    FromText(Class<T> type, Function<String, T> parse, ToIntFunction<T> year) {
      super(type);
      this.parse = parse;
      this.year = year;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(handledType(), json);
      }
      try {
        T value = parse.apply(json.getText());
        if (year.applyAsInt(value) > 1582 && year.applyAsInt(value) <= 9999) {
          return value;
        }
      } catch (DateTimeException unreadable) {
        return refuse(json, context);
      }
      return refuse(json, context);
    }

    @SuppressWarnings("unchecked")
    private T refuse(JsonParser json, DeserializationContext context) throws IOException {
      return (T) context.handleWeirdStringValue(handledType(), json.getText(), "no such time");
    }
  }
}
