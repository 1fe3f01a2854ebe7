// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.javalin.http.Context;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object from outside. Whatever in it is no value of its key is remembered as a fault and
 * read as absent, so that all faults can be told at once. Faults name keys; they quote no values,
 * which may be addresses.
 */
public final class JsonBody {
  private static final int MAX_VALUES = 500;
  private static final int MAX_LENGTH = 2_000;
  private final JsonNode object;
  private final String prefix;
  private final List<String> faults;

  private JsonBody(JsonNode object, String prefix, List<String> faults, Set<String> known) {
    this.object = object;
    this.prefix = prefix;
    this.faults = faults;
    for (Map.Entry<String, JsonNode> one : object.properties()) {
      if (!known.contains(one.getKey())) {
        fault(shortened(one.getKey()), "is not known; known are " + new TreeSet<>(known));
      }
    }
  }

  /**
   * @param known the keys that there may be
   * @throws InvalidBodyException if it is not declared as JSON, or is no JSON object
   */
  static JsonBody of(Context context, Set<String> known) {
    return new JsonBody(StrictJson.object(context), "", new ArrayList<>(), known);
  }

  /** What a record's components are named. */
  static Set<String> keys(Class<? extends Record> shape) {
    return Stream.of(shape.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @throws InvalidBodyException if there are faults so far
   */
  public void check() {
    if (!faults.isEmpty()) {
      throw new InvalidBodyException(faults);
    }
  }

  /** Remembers one more. */
  public void fault(String key, String what) {
    faults.add(prefix + key + " " + what + ".");
  }

  /** Whether a key has a value; a blank string is none. */
  public boolean has(String key) {
    return object.hasNonNull(key)
        && !(object.get(key).isTextual() && object.get(key).asText().isBlank());
  }

  /** The text of a key that has to be there; what it returns counts once {@link #check} passes. */
  public String required(String key) {
    String text = text(key);
    if (!has(key)) {
      fault(key, "is missing");
    }
    return text == null ? "" : text;
  }

  /** As {@link #required(String)}, one of the names of {@code type}. */
  public <E extends Enum<E>> E required(String key, Class<E> type) {
    E one = oneOf(key, type);
    if (!has(key)) {
      fault(key, "is missing");
    }
    return one == null ? type.getEnumConstants()[0] : one;
  }

  public @Nullable String text(String key) {
    JsonNode value = value(key, JsonNodeType.STRING, "a string");
    if (value == null) {
      return null;
    }
    if (value.asText().length() > MAX_LENGTH) {
      fault(key, "is longer than " + MAX_LENGTH + " characters");
      return null;
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }

  public List<String> texts(String key) {
    JsonNode value = value(key, JsonNodeType.ARRAY, "a list of strings");
    List<String> texts = new ArrayList<>();
    if (value != null) {
      for (JsonNode one : value) {
        texts.add(one.asText());
        if (!one.isTextual() || one.asText().length() > MAX_LENGTH || texts.size() > MAX_VALUES) {
          fault(key, "is no list of at most " + MAX_VALUES + " short strings");
          return List.of();
        }
      }
    }
    return texts;
  }

  public @Nullable Boolean flag(String key) {
    JsonNode value = value(key, JsonNodeType.BOOLEAN, "true or false");
    return value == null ? null : value.asBoolean();
  }

  public @Nullable Integer number(String key) {
    JsonNode value = value(key, JsonNodeType.NUMBER, "a whole number");
    if (value != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
      fault(key, "is no whole number");
      return null;
    }
    return value == null ? null : value.asInt();
  }

  public <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
    String text = exact(key);
    if (text == null) {
      return null;
    }
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    fault(key, "is none of " + Stream.of(type.getEnumConstants()).map(Enum::name).toList());
    return null;
  }

  public @Nullable Instant instant(String key) {
    return read(key, Moments::parse, "a moment such as 2026-03-01T08:00:00Z");
  }

  public @Nullable LocalTime time(String key) {
    return read(key, LocalTime::parse, "a time of day such as 22:00");
  }

  private <T> @Nullable T read(String key, Function<String, T> reader, String name) {
    String text = exact(key);
    try {
      return text == null ? null : reader.apply(text);
    } catch (DateTimeException e) {
      fault(key, "is not " + name);
      return null;
    }
  }

  /** Strings by name; blank ones are left out. */
  public Map<String, String> textByName(String key) {
    JsonNode value = value(key, JsonNodeType.OBJECT, "an object of strings");
    Map<String, String> texts = new LinkedHashMap<>();
    if (value != null) {
      for (Map.Entry<String, JsonNode> one : value.properties()) {
        if (!one.getValue().isTextual() || one.getValue().asText().length() > MAX_LENGTH) {
          fault(key, "holds what is no short string");
        } else if (!one.getValue().asText().isBlank()) {
          texts.put(shortened(one.getKey()), one.getValue().asText().strip());
        }
      }
    }
    return texts;
  }

  /**
   * An object within; null where it is missing.
   *
   * @param shape a record whose components are the keys
   */
  public @Nullable JsonBody object(String key, Class<? extends Record> shape) {
    JsonNode value = value(key, JsonNodeType.OBJECT, "an object");
    return value == null ? null : new JsonBody(value, prefix + key + ".", faults, keys(shape));
  }

  /** With blanks: a blank is no more a moment, a time or a code than any other text is. */
  private @Nullable String exact(String key) {
    JsonNode value = value(key, JsonNodeType.STRING, "a string");
    return value == null ? null : value.asText().strip();
  }

  private @Nullable JsonNode value(String key, JsonNodeType type, String name) {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.getNodeType() != type) {
      fault(key, "is not " + name);
      return null;
    }
    return value;
  }

  private static String shortened(String key) {
    return key.length() > 40 ? key.substring(0, 40) + "…" : key;
  }
}
