package org.leadflow.rules.house;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leadflow.rules.LeadFacts;

/** The words of {@link LeadFacts}. */
final class FactNames {

  private static final Map<String, Class<?>> TYPES = types();

  private FactNames() {}

  /** In the order of the dictionary. */
  static List<String> all() {
    return List.copyOf(TYPES.keySet());
  }

  static Map<String, Class<?>> withTypes() {
    return TYPES;
  }

  private static Map<String, Class<?>> types() {
    var types = new LinkedHashMap<String, Class<?>>();
    Stream.of(LeadFacts.class.getRecordComponents())
        .forEach((RecordComponent each) -> types.put(each.getName(), each.getType()));
    return types;
  }
}
