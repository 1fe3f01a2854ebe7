// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of one line, by type: null where a field is left out, or told to be faulty. */
final class LineFields {
  private final JsonNode line;
  private final Consumer<String> faults;

  /**
   * @param faults told what is wrong with a field, with its remedy
   */
  LineFields(JsonNode line, Consumer<String> faults) {
    this.line = line;
    this.faults = faults;
  }

  /** Tells each field whose name is none of these. */
  void allow(List<String> known) {
    for (Iterator<String> names = line.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        faults.accept(
            "unknown field \"" + name + "\"; mend its name or leave it out: " + list(known));
      }
    }
  }

  boolean has(String field) {
    return line.hasNonNull(field);
  }

  @Nullable String string(String field) {
    JsonNode value = line.path(field);
    if (value.isMissingNode() || value.isNull() || value.isTextual()) {
      return value.textValue();
    }
    faults.accept("\"" + field + "\" is " + value + "; write a string");
    return null;
  }

  @Nullable Boolean flag(String field) {
    JsonNode value = line.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isInt() && (value.intValue() == 0 || value.intValue() == 1)) {
      return value.intValue() == 1;
    }
    faults.accept("\"" + field + "\" is " + value + "; write true or false");
    return null;
  }

  /** From 0 to the most. */
  @Nullable Double number(String field, int most) {
    JsonNode value = line.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= most) {
      return value.doubleValue();
    }
    faults.accept("\"" + field + "\" is " + value + "; write a number from 0 to " + most);
    return null;
  }

  /** One of some words. */
  @Nullable String oneOf(String field, List<String> known) {
    String word = string(field);
    if (word != null && !known.contains(word)) {
      faults.accept("\"" + field + "\" is \"" + word + "\"; write one of " + list(known));
    }
    return word;
  }

  List<String> names(String field, Enum<?>[] known) {
    JsonNode values = line.path(field);
    List<String> names = new ArrayList<>();
    if (!values.isMissingNode() && !values.isNull() && !values.isArray()) {
      faults.accept("\"" + field + "\" is " + values + "; write a list of strings");
      return names;
    }
    for (JsonNode value : values) {
      Enum<?> constant = name(field, known, value.asText());
      if (constant != null) {
        names.add(constant.name());
      }
    }
    return List.copyOf(names);
  }

  <E extends Enum<?>> @Nullable E name(String field, E[] known, @Nullable String name) {
    for (E constant : known) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    if (name != null) {
      List<String> names = Arrays.stream(known).map(Enum::name).map(String::valueOf).toList();
      faults.accept("\"" + field + "\" has \"" + name + "\"; write one of " + list(names));
    }
    return null;
  }

  @Nullable Instant time(String field) {
    String at = string(field);
    try {
      return at == null ? null : OffsetDateTime.parse(at).toInstant();
    } catch (DateTimeException e) {
      faults.accept(
          "\""
              + field
              + "\" is \""
              + at
              + "\"; write a time with its offset, as 2026-01-31T12:00Z");
      return null;
    }
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
