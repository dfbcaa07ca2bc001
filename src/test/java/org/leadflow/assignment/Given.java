package org.leadflow.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.leadflow.assignment.PoolSettings.CatchUp;
import org.leadflow.assignment.PoolSettings.Credit;

/** Settings of pools to begin from. */
final class Given {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setSerializationInclusion(JsonInclude.Include.NON_NULL);

  private Given() {}

  static PoolSettings strategy(Strategy strategy) {
    return of(strategy, Otherwise.TRIAGE, null, CatchUp.NONE);
  }

  static PoolSettings of(
      Strategy strategy, Otherwise otherwise, Integer hoursAhead, CatchUp catchUp) {
    return new PoolSettings(
        strategy,
        false,
        otherwise,
        hoursAhead,
        catchUp,
        false,
        false,
        Credit.GIVE_BACK,
        ZoneId.of("UTC"),
        List.of(),
        List.of(),
        Map.of());
  }

  static PoolSettings counting(Strategy strategy, boolean manual, boolean sticky) {
    return new PoolSettings(
        strategy,
        false,
        Otherwise.TRIAGE,
        null,
        CatchUp.NONE,
        manual,
        sticky,
        Credit.GIVE_BACK,
        ZoneId.of("UTC"),
        List.of(),
        List.of(),
        Map.of());
  }

  static PoolSettings fitting(List<String> required, List<String> preferred) {
    return new PoolSettings(
        Strategy.BEST_FIT,
        false,
        Otherwise.TRIAGE,
        null,
        CatchUp.NONE,
        false,
        false,
        Credit.NONE,
        ZoneId.of("UTC"),
        required,
        preferred,
        Map.of());
  }

  static PoolSettings weighing(Map<String, Integer> kindPoints) {
    return new PoolSettings(
        Strategy.LEAST_LOADED,
        false,
        Otherwise.TRIAGE,
        null,
        CatchUp.NONE,
        false,
        false,
        Credit.NONE,
        ZoneId.of("UTC"),
        List.of(),
        List.of(),
        kindPoints);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
