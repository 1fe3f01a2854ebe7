// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/** Holds answers against the server's own description of them. */
public final class DeclaredAnswers {
  private static final String PROBLEM = "application/problem+json";

  /** Of requests that meet no endpoint: nothing there, no such method, nothing readable. */
  private static final Set<Integer> OF_NO_ENDPOINT = Set.of(400, 404, 405, 414, 421, 431);

  private final JsonNode description;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  public DeclaredAnswers(JsonNode description) {
    this.description = description;
  }

  /** Fails unless the answer's status, media type and body are declared. */
  public void check(HttpResponse<String> answer) throws IOException {
    String method = answer.request().method();
    String path = answer.request().uri().getRawPath();
    String what = method + " " + answer.request().uri() + " " + answer.statusCode();
    if (path.startsWith("/assets/") || method.equals("HEAD") || method.equals("OPTIONS")) {
      return;
    }
    JsonNode operation = operation(method, path);
    if (operation == null) {
      assertThat(OF_NO_ENDPOINT)
          .as(what + ", which no endpoint declares")
          .contains(answer.statusCode());
      assertThat(mediaType(answer)).as(what).isEqualTo(PROBLEM);
      return;
    }
    JsonNode response = operation.at("/responses/" + answer.statusCode());
    assertThat(response.isMissingNode()).as(what + " is not declared\n" + answer.body()).isFalse();
    if (response.has("$ref")) {
      response = description.at(response.get("$ref").asText().substring(1));
    }
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      assertThat(answer.headers().firstValue(header.getKey())).as(what).isPresent();
    }
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.body()).as(what).isEmpty();
      return;
    }
    JsonNode schema = content.path(mediaType(answer)).path("schema");
    assertThat(schema.isMissingNode())
        .as(what + " with " + mediaType(answer) + " is not declared")
        .isFalse();
    // Lines of JSON are no JSON.
    if (mediaType(answer).matches("application/(json|.+\\+json)")) {
      ObjectNode root = schema.deepCopy();
      root.set("components", description.get("components"));
      List<?> errors = schemas.getSchema(root).validate(Json.MAPPER.readTree(answer.body()));
      assertThat(errors).as(what).isEmpty();
    }
  }

  private static String mediaType(HttpResponse<?> answer) {
    Optional<String> type = answer.headers().firstValue("Content-Type");
    return type.orElse("").replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
  }

  /** What is written out wins over what a variable stands for, as in the server. */
  private @Nullable JsonNode operation(String method, String path) {
    JsonNode found = description.get("paths").get(path);
    Iterator<String> names = description.get("paths").fieldNames();
    while (found == null && names.hasNext()) {
      String name = names.next();
      if (path.matches(name.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"))) {
        found = description.get("paths").get(name);
      }
    }
    return found == null ? null : found.get(method.toLowerCase(Locale.ROOT));
  }
}
