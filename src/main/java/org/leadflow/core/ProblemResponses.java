package org.leadflow.core;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;

/**
 * Documents how each operation may refuse, read from its shape: what has a body can be invalid,
 * what has an id in its path can be missing, what takes a version can be overtaken.
 */
class ProblemResponses implements OpenApiCustomizer {

  private static final Map<Integer, String> MEANINGS =
      new TreeMap<>(
          Map.of(
              400, "The request cannot be read",
              401, "Nobody is logged in, or user and password do not fit",
              403, "None of your roles allows this",
              404, "There is no such record, or none that you may see",
              409, "The record is in a state that does not allow this",
              412, "Someone changed the record meanwhile: read it again",
              422, "A value is not as it must be; every field at fault is named",
              428, "If-Match is missing",
              429, "There is too much of it now: send it again after Retry-After seconds"));

  @Override
  public void customise(OpenAPI document) {
    document.getComponents().addSchemas("Problem", problem());
    MEANINGS.forEach(
        (status, meaning) ->
            document.getComponents().addResponses("Problem" + status, response(meaning)));
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> document(path, method, operation)));
  }

  private static void document(String path, HttpMethod method, Operation operation) {
    operation.getResponses().values().forEach(ProblemResponses::asJson);
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    boolean hasBody = operation.getRequestBody() != null;
    boolean aboutOne = path.contains("{");
    boolean writes = method != HttpMethod.GET;
    boolean versioned = parameters.stream().anyMatch(ProblemResponses::isVersion);
    boolean paged = parameters.stream().anyMatch(parameter -> parameter.getName().equals("size"));
    parameters.stream()
        .filter(ProblemResponses::isVersion)
        .forEach(version -> version.description("The ETag of the record as you have seen it"));

    refuses(operation, 400, hasBody || !parameters.isEmpty());
    refuses(operation, 401, true);
    refuses(operation, 403, true);
    refuses(operation, 404, aboutOne);
    refuses(operation, 409, aboutOne && writes);
    refuses(operation, 412, versioned);
    refuses(operation, 422, hasBody || paged);
    refuses(operation, 428, versioned && method == HttpMethod.PATCH);
  }

  private static void refuses(Operation operation, int status, boolean possible) {
    if (possible) {
      operation
          .getResponses()
          .addApiResponse(
              String.valueOf(status),
              new ApiResponse().$ref("#/components/responses/Problem" + status));
    }
  }

  private static boolean isVersion(Parameter parameter) {
    return parameter.getName().equals(HttpHeaders.IF_MATCH);
  }

  /** Without a word of its own an operation is documented as answering any type of content. */
  private static void asJson(ApiResponse response) {
    Content content = response.getContent();
    if (content != null && content.containsKey("*/*")) {
      response.setContent(new Content().addMediaType("application/json", content.get("*/*")));
    }
  }

  private static ApiResponse response(String meaning) {
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("Problem"))));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("What is wrong with a request (RFC 9457)")
        .addProperty("type", new StringSchema().description("Always about:blank"))
        .addProperty("title", new StringSchema().description("The status in words"))
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("What is wrong, for a person"))
        .addProperty("instance", new StringSchema().description("The path that was asked"))
        .addProperty("code", new StringSchema().description("What is wrong, for a program; stable"))
        .addProperty(
            "errors",
            new ArraySchema()
                .description("Every field at fault")
                .items(
                    new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("message", new StringSchema())));
  }
}
