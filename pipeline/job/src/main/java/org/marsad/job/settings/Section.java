// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.WrittenValues;

/**
 * One section of a settings file. A faulty value is noted and a harmless one returned, so that the
 * reading goes on to the next fault.
 *
 * <p>Settings are not read like the lists of the catalogue, whose faults need a line and whose
 * entries may be dropped: here every key stands once, the section names the place, its values have
 * types, and some of them must not be repeated. What a value looks like is the same in both.
 */
final class Section {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(kB|MB|GB)");
  private static final Map<String, Long> BYTES =
      Map.of("kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  private final String name;
  private final JsonNode node;
  private final List<String> faults;
  private final Set<String> known = new TreeSet<>();
  private final List<Section> nested = new ArrayList<>();

  Section(String name, JsonNode node, List<String> faults) {
    this.name = name;
    this.node = node;
    this.faults = faults;
  }

  String name() {
    return name;
  }

  /** Whether a setting that may be left out is there. */
  boolean has(String key) {
    JsonNode value = value(key);
    return !value.isMissingNode() && !value.isNull();
  }

  /** A section within this one, which may be left out. */
  Optional<Section> section(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = value(key);
    if (!value.isObject()) {
      faults.add(name + "." + key + " must be a section of keys and values");
      return Optional.empty();
    }
    Section section = new Section(name + "." + key, value, faults);
    nested.add(section);
    return Optional.of(section);
  }

  /** The settings that are there, in a section whose names are the operator's. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  boolean flag(String key) {
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      faultOf(key, "true or false");
    }
    return value.asBoolean();
  }

  /** The constant whose name, in lower case, is there. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String text = value(key).asText();
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    faultOf(key, "one of " + Arrays.toString(constants).toLowerCase(Locale.ROOT));
    return constants[0];
  }

  Addresses addresses() {
    return new Addresses(this);
  }

  /** Something wrong with a setting whose value is better not repeated. */
  void fault(String key, String wanted) {
    faults.add(name + "." + key + " must be " + wanted);
  }

  String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      faultOf(key, "some text");
      return "";
    }
    return value.textValue();
  }

  /** Null where it is not a list of texts. */
  @Nullable List<String> texts(String key) {
    JsonNode value = value(key);
    List<String> texts = new ArrayList<>();
    value.forEach(text -> texts.add(text.textValue()));
    return value.isArray() && !texts.contains(null) ? texts : null;
  }

  int number(String key, int least, int most) {
    JsonNode value = value(key);
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      faultOf(key, "a whole number from " + least + " to " + most);
      return least;
    }
    return value.intValue();
  }

  Duration duration(String key, Duration least, Duration most) {
    Duration duration = durationOrNull(value(key).asText());
    if (duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      faultOf(
          key,
          "a duration such as 500ms, 30s, 15m, 12h or 30d, from "
              + words(least)
              + " to "
              + words(most));
      return least;
    }
    return duration;
  }

  private static @Nullable Duration durationOrNull(String text) {
    try {
      return WrittenValues.duration(text);
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }

  /** In bytes. */
  int size(String key, int least, int most) {
    return (int) largeSize(key, least, most);
  }

  /** In bytes. */
  long largeSize(String key, long least, long most) {
    Matcher matcher = SIZE.matcher(value(key).asText());
    long bytes =
        matcher.matches()
            ? Long.parseLong(matcher.group(1)) * BYTES.getOrDefault(matcher.group(2), 0L)
            : -1;
    if (bytes < least || bytes > most) {
      faultOf(
          key,
          "a size such as 64kB, 10MB or 2GB, from "
              + least / 1_000
              + "kB to "
              + most / 1_000
              + "kB");
      return least;
    }
    return bytes;
  }

  private static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private JsonNode value(String key) {
    known.add(key);
    return node.path(key);
  }

  /** Something wrong with a setting whose value is told along. */
  void faultOf(String key, String wanted) {
    JsonNode value = value(key);
    faults.add(
        name
            + "."
            + key
            + (value.isMissingNode() ? " is missing" : " is " + value)
            + "; it must be "
            + wanted);
  }

  void reportUnknownKeys() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                faults.add(name + "." + key + " is not a setting; the settings are " + known);
              }
            });
    nested.forEach(Section::reportUnknownKeys);
  }
}
