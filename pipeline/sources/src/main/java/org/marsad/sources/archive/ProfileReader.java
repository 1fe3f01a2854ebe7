// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.archive.FieldMapping.Field;
import org.marsad.sources.archive.FieldMapping.Variant;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a profile of YAML: {@code recognised-by} (columns), {@code kind}, {@code fields} (a name or
 * a list of names for each) and {@code variants} ({@code column}, {@code values}, {@code kind},
 * {@code fields}, {@code profile}). A field that is not listed is nowhere. A variant without {@code
 * values} is for any; one with a {@code profile} is as that one says, but for its own fields.
 */
final class ProfileReader {
  private static final Set<String> KEYS = Set.of("recognised-by", "kind", "fields", "variants");
  private static final Set<String> VARIANT_KEYS =
      Set.of("column", "values", "kind", "fields", "profile");

  private final List<String> faults = new ArrayList<>();

  private ProfileReader() {}

  /**
   * @throws IllegalArgumentException with all faults
   */
  static Profile read(String name, String yaml) {
    ProfileReader reader = new ProfileReader();
    Profile profile = reader.profile(name, reader.load(yaml));
    if (!reader.faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the profile " + name + ": " + String.join("; ", reader.faults));
    }
    return profile;
  }

  private @Nullable Object load(String yaml) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      faults.add(
          "it is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return Map.of("fields", Map.of("text", "text"));
    }
  }

  private Profile profile(String name, @Nullable Object root) {
    Map<String, Object> top = map("it", root, KEYS);
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    Arrays.stream(Field.values()).forEach(field -> fields.put(field, List.of()));
    fields.putAll(fields(top.get("fields")));
    if (fields.getOrDefault(Field.TEXT, List.of()).isEmpty()
        && fields.getOrDefault(Field.HTML, List.of()).isEmpty()) {
      faults.add("fields must say where the text is: text: <column>");
    }
    List<Variant> variants = new ArrayList<>();
    if (top.get("variants") instanceof List<?> list) {
      list.forEach(entry -> variants.add(variant(entry)));
    } else if (top.containsKey("variants")) {
      faults.add("variants must be a list");
    }
    List<String> columns =
        top.containsKey("recognised-by")
            ? texts("recognised-by", top.get("recognised-by"))
            : List.of();
    return new Profile(name, columns, new FieldMapping(fields, kind(top.get("kind")), variants));
  }

  private Variant variant(@Nullable Object entry) {
    Map<String, Object> variant = map("a variant", entry, VARIANT_KEYS);
    List<String> column = texts("column", variant.get("column"));
    FieldMapping own =
        new FieldMapping(fields(variant.get("fields")), kind(variant.get("kind")), List.of());
    return new Variant(
        column.isEmpty() ? "" : column.get(0),
        variant.containsKey("values") ? texts("values", variant.get("values")) : List.of(),
        variant.containsKey("profile") ? own.over(shipped(variant.get("profile"))) : own);
  }

  private FieldMapping shipped(@Nullable Object name) {
    if (name instanceof String text && Profile.NAMES.contains(text)) {
      return Profile.shipped(text).mapping();
    }
    faults.add("profile \"" + name + "\" is not one of " + String.join(", ", Profile.NAMES));
    return FieldMapping.USUAL;
  }

  private Map<Field, List<String>> fields(@Nullable Object value) {
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    if (value == null) {
      return fields;
    }
    if (!(value instanceof Map<?, ?> given)) {
      faults.add("fields must be a mapping of fields to columns");
      return fields;
    }
    given.forEach(
        (key, names) -> {
          try {
            fields.put(FieldMapping.field(String.valueOf(key)), texts("fields." + key, names));
          } catch (IllegalArgumentException unknown) {
            faults.add(String.valueOf(unknown.getMessage()));
          }
        });
    return fields;
  }

  private @Nullable DocumentKind kind(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind.name().equalsIgnoreCase(String.valueOf(value))) {
        return kind;
      }
    }
    faults.add(
        "kind \""
            + value
            + "\" is not one of "
            + Arrays.stream(DocumentKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    return null;
  }

  /** One text or a list of texts. */
  private List<String> texts(String key, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return List.of(text.strip());
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).map(String::strip).toList();
    }
    faults.add(key + " must be a text or a list of texts (quote what is a number, yes or no)");
    return List.of();
  }

  private Map<String, Object> map(String what, @Nullable Object value, Set<String> keys) {
    Map<String, Object> known = new HashMap<>();
    if (!(value instanceof Map<?, ?> given)) {
      faults.add(what + " must be a mapping with the keys " + keys.stream().sorted().toList());
      return known;
    }
    given.forEach(
        (key, entry) -> {
          if (!keys.contains(String.valueOf(key))) {
            faults.add(
                what
                    + " has an unknown key "
                    + key
                    + "; allowed: "
                    + keys.stream().sorted().toList());
          } else if (entry != null) {
            known.put(String.valueOf(key), entry);
          }
        });
    return known;
  }
}
