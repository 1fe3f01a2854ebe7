// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Answer;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Problem;
import org.marsad.model.Json;

/** The endpoints as OpenAPI 3.1 describes them: /api/openapi.json. */
public final class OpenApi {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final String SCHEMA = "schema";
  private static final String DESCRIPTION = "description";
  private static final String KEY = "key";
  private static final String SESSION = "session";
  private static final String PROBLEM = "Problem";
  private static final String LATER = "Later";

  /** Statuses of what may be answered when it is asked for again. */
  private static final Set<Integer> PASSING = Set.of(429, 503);

  private final Schemas schemas = new Schemas();
  private final ObjectNode document = Json.MAPPER.createObjectNode();

  private OpenApi(List<Endpoint> endpoints, String sessionCookie) {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Marsad")
        .put("version", "1")
        .put(DESCRIPTION, "What Moroccan media say of migrants: to see, search and correct.");
    ObjectNode paths = document.putObject("paths");
    for (Endpoint endpoint : endpoints) {
      describe(
          endpoint,
          paths
              .withObjectProperty(endpoint.path())
              .putObject(endpoint.method().name().toLowerCase(Locale.ROOT)));
    }
    ObjectNode components = document.putObject("components");
    ObjectNode refusals = components.putObject("responses");
    refusal(
        refusals.putObject(PROBLEM), "A refusal, with what is wrong and what to do (RFC 9457).");
    refusal(refusals.putObject(LATER), "A refusal for the moment, with when to ask again.")
        .putObject("headers")
        .putObject("Retry-After")
        .put("required", true)
        .put(DESCRIPTION, "Seconds to wait.")
        .putObject(SCHEMA)
        .put("type", "integer");
    components.set("schemas", schemas.all());
    proofs(components.putObject("securitySchemes"), sessionCookie);
  }

  /**
   * The endpoints with one more, which describes them all.
   *
   * @param sessionCookie its name
   */
  public static List<Endpoint> with(List<Endpoint> endpoints, String sessionCookie) {
    List<JsonNode> documents = new ArrayList<>();
    List<Endpoint> all = new ArrayList<>(endpoints);
    all.add(
        Endpoint.get("/api/openapi.json")
            .access(Access.PUBLIC)
            .summary("Describes this API as OpenAPI 3.1")
            .answers(Object.class)
            .handle(request -> documents.get(0)));
    documents.add(new OpenApi(all, sessionCookie).document);
    return List.copyOf(all);
  }

  private ObjectNode refusal(ObjectNode response, String description) {
    response
        .put(DESCRIPTION, description)
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .set(SCHEMA, schemas.written(Problem.class));
    return response;
  }

  /** How a request says who makes it. */
  private static void proofs(ObjectNode all, String sessionCookie) {
    all.putObject(KEY)
        .put("type", "http")
        .put("scheme", "bearer")
        .put(DESCRIPTION, "A key of /api/keys, for programs.");
    all.putObject(SESSION)
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", sessionCookie)
        .put(
            DESCRIPTION,
            "A login by /api/session. With it, whatever is not GET needs the header"
                + " X-Marsad-CSRF with the `csrf` of GET /api/session.");
  }

  private void describe(Endpoint endpoint, ObjectNode operation) {
    operation.put("summary", endpoint.summary());
    operation.put("x-access", endpoint.access().name());
    operation.put("x-cost", endpoint.cost().tokens());
    if (endpoint.access() != Access.PUBLIC) {
      ArrayNode either = operation.putArray("security");
      either.addObject().putArray(KEY);
      either.addObject().putArray(SESSION);
    }
    ArrayNode parameters = operation.putArray("parameters");
    Matcher variable = VARIABLE.matcher(endpoint.path());
    while (variable.find()) {
      parameter(parameters, variable.group(1), "path", true)
          .putObject(SCHEMA)
          .put("type", "string");
    }
    for (Parameter<?> parameter : endpoint.parameters()) {
      ObjectNode described =
          parameter(parameters, parameter.name(), "query", parameter.required())
              .put(DESCRIPTION, parameter.description());
      if (!parameter.required() && !parameter.repeated()) {
        // A blank value is none.
        described.put("allowEmptyValue", true);
      }
      described.set(SCHEMA, schema(parameter));
    }
    for (String header : endpoint.headers()) {
      parameter(parameters, header, "header", false).putObject(SCHEMA).put("type", "string");
    }
    Class<? extends Record> body = endpoint.body();
    if (body != null) {
      operation
          .putObject("requestBody")
          .put("required", true)
          .putObject("content")
          .putObject("application/json")
          .set(SCHEMA, schemas.read(body));
    }
    ObjectNode responses = operation.putObject("responses");
    endpoint.answers().forEach(answer -> describe(answer, responses));
    for (int status : endpoint.allRefusals()) {
      if (!responses.has(Integer.toString(status))) {
        String refusal = PASSING.contains(status) ? LATER : PROBLEM;
        responses
            .putObject(Integer.toString(status))
            .put("$ref", "#/components/responses/" + refusal);
      }
    }
  }

  private static ObjectNode parameter(
      ArrayNode parameters, String name, String where, boolean required) {
    return parameters.addObject().put("name", name).put("in", where).put("required", required);
  }

  private static ObjectNode schema(Parameter<?> parameter) {
    ObjectNode schema = Json.MAPPER.valueToTree(parameter.schema());
    Object otherwise = parameter.otherwise();
    if (otherwise != null) {
      schema.set("default", Json.MAPPER.valueToTree(otherwise));
    }
    if (!parameter.repeated()) {
      return schema;
    }
    ObjectNode list = Json.MAPPER.createObjectNode().put("type", "array");
    list.set("items", schema);
    return list;
  }

  private void describe(Answer answer, ObjectNode responses) {
    ObjectNode response =
        responses
            .putObject(Integer.toString(answer.status()))
            .put(DESCRIPTION, answer.mediaType() == null ? "Done." : "What is asked for.");
    if (answer.mediaType() != null) {
      ObjectNode content = response.putObject("content").putObject(answer.mediaType());
      content.set(
          SCHEMA,
          answer.type() == null
              ? Json.MAPPER.createObjectNode().put("type", "string")
              : schemas.written(answer.type()));
    }
  }
}
