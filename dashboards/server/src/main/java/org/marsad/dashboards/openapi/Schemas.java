// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * JSON Schemas of records as {@link Json} writes and {@link org.marsad.dashboards.http.JsonBody}
 * reads them: what is nullable may be absent, and in what is read also null.
 */
final class Schemas {
  private static final String HOME = "components/schemas";

  private final Set<Class<?>> read = new HashSet<>();
  private final SchemaBuilder builder;

  Schemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.STANDARD_FORMATS,
                Option.PLAIN_DEFINITION_KEYS);
    config
        .forFields()
        .withRequiredCheck(field -> !isNullable(field))
        .withNullableCheck(
            field -> isNullable(field) && read.contains(field.getRawMember().getDeclaringClass()))
        .withStringPatternResolver(
            field -> field.getType().isInstanceOf(LocalTime.class) ? "^\\d\\d:\\d\\d" : null);
    config
        .forTypesInGeneral()
        .withDefinitionNamingStrategy((key, context) -> name(key.getType().getErasedType()));
    builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** A reference to the schema of what the server writes. */
  ObjectNode written(Type type) {
    return builder.createSchemaReference(type);
  }

  /** A reference to the schema of what the server reads. */
  ObjectNode read(Class<? extends Record> type) {
    note(type);
    return builder.createSchemaReference(type);
  }

  /** All that have been referred to, by name; to be asked last. */
  JsonNode all() {
    ObjectNode all = builder.collectDefinitions(HOME);
    all.forEach(Schemas::merge);
    return all;
  }

  /** An unwrapped record comes as a part of its own, which would forbid the keys around it. */
  private static void merge(JsonNode schema) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(key -> required.add(key.asText()));
    for (JsonNode part : schema.path("allOf")) {
      schema.withObject("/properties").setAll((ObjectNode) part.get("properties"));
      part.path("required").forEach(key -> required.add(key.asText()));
    }
    if (schema instanceof ObjectNode object && object.remove("allOf") != null) {
      object.set("required", Json.MAPPER.valueToTree(required));
    }
  }

  private void note(Class<?> type) {
    if (type.isRecord() && read.add(type)) {
      for (var component : type.getRecordComponents()) {
        note(component.getType());
      }
    }
  }

  private static boolean isNullable(FieldScope field) {
    return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** With the classes around it, since many a page is called Page. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }
}
