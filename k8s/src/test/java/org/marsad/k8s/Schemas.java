// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.k8s.checks.Check;
import org.marsad.model.Json;

/** Every manifest, held strictly against the schema that the cluster has for its kind. */
final class Schemas implements Check {
  static final String MISSING =
      "the schemas of Kubernetes and of the operators are not at " + Home.SCHEMAS;

  private static final String CORE = "k8s-1.34.9-definitions.json";
  private static final List<String> OPERATORS =
      List.of("flink-kubernetes-operator-1.15.0", "cloud-on-k8s-3.4.1");
  private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
  private static final String POD = "io.k8s.api.core.v1.PodTemplateSpec";

  private static @Nullable Schemas shared;

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);
  private final ObjectNode definitions;
  private final Map<String, String> definitionOfKind = new HashMap<>();
  private final Map<String, Schema> schemas = new HashMap<>();

  private Schemas(ObjectNode definitions) {
    this.definitions = definitions;
  }

  static boolean arePresent() {
    return Files.isDirectory(Home.SCHEMAS);
  }

  /** Read once, which takes some seconds. */
  static synchronized Schemas shared() throws IOException {
    Schemas read = shared;
    if (read == null) {
      read = read();
      shared = read;
    }
    return read;
  }

  private static Schemas read() throws IOException {
    JsonNode core = Json.MAPPER.readTree(Home.SCHEMAS.resolve(CORE).toFile());
    Schemas schemas = new Schemas((ObjectNode) core.get("definitions"));
    Strictness.addTo(schemas.definitions);
    schemas.nameCoreKinds();
    for (String operator : OPERATORS) {
      try (Stream<Path> files = Files.list(Home.SCHEMAS.resolve(operator))) {
        for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml")).toList()) {
          Yaml.documents(Files.readString(file)).forEach(schemas::addResourceDefinition);
        }
      }
    }
    return schemas;
  }

  private void nameCoreKinds() {
    definitions
        .properties()
        .forEach(
            entry -> {
              JsonNode kinds = entry.getValue().path("x-kubernetes-group-version-kind");
              if (kinds.size() == 1) {
                String group = kinds.at("/0/group").asText();
                name(group, kinds.at("/0/version"), kinds.at("/0/kind"), entry.getKey());
              }
            });
  }

  private void addResourceDefinition(JsonNode crd) {
    String group = crd.at("/spec/group").asText();
    JsonNode kind = crd.at("/spec/names/kind");
    for (JsonNode version : crd.at("/spec/versions")) {
      String key = kind.asText() + "." + version.path("name").asText() + "." + group;
      JsonNode schema = version.at("/schema/openAPIV3Schema");
      Strictness.close(schema);
      // Which every resource has, whether its author says so or not.
      ((ObjectNode) schema.path("properties"))
          .<ObjectNode>set("metadata", reference(METADATA))
          .<ObjectNode>set("apiVersion", text())
          .set("kind", text());
      // ECK's own schemas let anything be a template of a Pod.
      for (String place :
          List.of("/spec/properties", "/spec/properties/nodeSets/items/properties")) {
        if (schema.at("/properties" + place) instanceof ObjectNode properties
            && properties.at("/podTemplate").path("properties").isMissingNode()
            && properties.has("podTemplate")) {
          properties.set("podTemplate", reference(POD));
        }
      }
      definitions.set(key, schema);
      name(group, version.path("name"), kind, key);
    }
  }

  private void name(String group, JsonNode version, JsonNode kind, String definition) {
    String apiVersion = (group.isEmpty() ? "" : group + "/") + version.asText();
    definitionOfKind.put(apiVersion + " " + kind.asText(), definition);
  }

  private static ObjectNode text() {
    return Json.MAPPER.createObjectNode().put("type", "string");
  }

  private static ObjectNode reference(String definition) {
    return Json.MAPPER.createObjectNode().put("$ref", "#/definitions/" + definition);
  }

  @Override
  public List<String> faults(Rendering rendering) {
    return rendering.resources().stream().flatMap(this::faults).toList();
  }

  private Stream<String> faults(Resource resource) {
    @Nullable String definition =
        definitionOfKind.get(resource.apiVersion() + " " + resource.kind());
    if (definition == null) {
      return Stream.of(
          resource + ": there is no kind " + resource.apiVersion() + " " + resource.kind());
    }
    Schema schema = schemas.computeIfAbsent(definition, this::schema);
    return schema.validate(resource.tree()).stream().map(error -> resource + ": " + told(error));
  }

  private Schema schema(String definition) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.putArray("allOf").add(reference(definition));
    root.set("definitions", definitions);
    return registry.getSchema(root);
  }

  private static String told(Error error) {
    return error.getInstanceLocation() + " " + error.getMessage();
  }
}
