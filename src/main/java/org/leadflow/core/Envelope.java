package org.leadflow.core;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of which one member is taken off and the rest is a record of its own. Unlike with
 * unwrapped properties, an unknown field is refused, and every fault names its field.
 */
public final class Envelope {

  private final ObjectNode rest;
  private final ObjectMapper json;

  private Envelope(ObjectNode rest, ObjectMapper json) {
    this.rest = rest;
    this.json = json;
  }

  /** Reads the object the parser stands at, for a value of this type. */
  public static Envelope read(JsonParser parser, DeserializationContext context, Class<?> type)
      throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      context.handleUnexpectedToken(type, parser);
    }
    ObjectNode members = context.getNodeFactory().objectNode();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      try {
        members.set(field, context.readTree(parser));
      } catch (JacksonException unreadable) {
        throw JsonMappingException.wrapWithPath(unreadable, type, field);
      }
    }
    return new Envelope(members, (ObjectMapper) parser.getCodec());
  }

  /** Takes this member off; null when it is not there. */
  public <T> @Nullable T take(String member, JavaType type) throws IOException {
    JsonNode value = rest.remove(member);
    try {
      return value == null ? null : json.treeToValue(value, type);
    } catch (JsonMappingException fault) {
      throw JsonMappingException.wrapWithPath(fault, Envelope.class, member);
    }
  }

  /** The names of the members that are left and not null. */
  public Set<String> names() {
    return rest.properties().stream()
        .filter(member -> !member.getValue().isNull())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** What is left, as a record. */
  public <T> T rest(Class<T> type) throws IOException {
    return json.treeToValue(rest, type);
  }
}
