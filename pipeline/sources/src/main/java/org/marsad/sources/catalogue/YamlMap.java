// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file, read key by key. A value that is missing or wrong is noted as a fault
 * and read as null, so that one reading finds all faults.
 */
final class YamlMap {
  private final String path;
  private final Faults faults;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * @param keys those that the mapping may have; any other is a fault
   */
  YamlMap(Node node, String path, Faults faults, List<String> keys) {
    this.node = node;
    this.path = path;
    this.faults = faults;
    if (!(node instanceof MappingNode mapping)) {
      faults.add(node, path, "must be a mapping with the keys " + keys);
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = name(tuple);
      if (!keys.contains(key)) {
        faults.add(tuple.getKeyNode(), at(key), "unknown key; allowed: " + keys);
      } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
        faults.add(tuple.getKeyNode(), at(key), "is given twice");
      }
    }
  }

  /** Notes a fault at a key's value, or at the whole mapping where the key is missing. */
  void fault(String key, String message) {
    faults.add(values.getOrDefault(key, node), at(key), message);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  boolean isMapping(String key) {
    return values.get(key) instanceof MappingNode;
  }

  @Nullable String text(String key) {
    Node value = values.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    fault(key, "must be a text");
    return null;
  }

  @Nullable String requiredText(String key) {
    if (!values.containsKey(key)) {
      fault(key, "is missing");
    }
    return text(key);
  }

  @Nullable URI requiredUrl(String key) {
    String text = requiredText(key);
    return text == null ? null : convert(key, text, "an http(s) URL", WrittenValues::url);
  }

  @Nullable LocalDate date(String key) {
    String text = text(key);
    return text == null ? null : convert(key, text, "a date such as 2026-09-18", LocalDate::parse);
  }

  @Nullable Duration duration(String key) {
    String text = text(key);
    String expected = "a duration such as 500ms, 1s, 15m, 2h or 1d";
    return text == null ? null : convert(key, text, expected, WrittenValues::duration);
  }

  /** False where the key is missing. */
  boolean flag(String key) {
    String text = text(key);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      fault(key, "\"" + text + "\" is neither true nor false");
    }
    return "true".equals(text);
  }

  @Nullable Long number(String key, long least, long most) {
    String text = text(key);
    String expected = "a whole number from " + least + " to " + most;
    return text == null
        ? null
        : convert(key, text, expected, given -> WrittenValues.within(given, least, most));
  }

  /** Constants are written in lower case with hyphens. */
  <E extends Enum<E>> @Nullable E constant(String key, Class<E> type, @Nullable E absent) {
    String text = absent == null ? requiredText(key) : text(key);
    if (text == null) {
      return absent;
    }
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equals(text)) {
        return constant;
      }
    }
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(YamlMap::written).toList();
    fault(key, "\"" + text + "\" is not one of " + allowed);
    return null;
  }

  /** One text or a list of texts. */
  List<String> texts(String key) {
    if (values.get(key) instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(entry -> entry instanceof ScalarNode scalar ? scalar.getValue() : "?")
          .toList();
    }
    return Stream.ofNullable(requiredText(key)).toList();
  }

  /** The keys of a mapping inside this one; none where there is no such mapping. */
  List<String> keysOf(String key) {
    return values.get(key) instanceof MappingNode mapping
        ? mapping.getValue().stream().map(YamlMap::name).distinct().toList()
        : List.of();
  }

  /** A mapping inside this one; null where the key is missing. */
  @Nullable YamlMap map(String key, List<String> keys) {
    Node value = values.get(key);
    return value == null ? null : new YamlMap(value, at(key), faults, keys);
  }

  /** The mappings of a list; none where the key is missing. */
  List<YamlMap> maps(String key, List<String> keys) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      fault(key, "must be a list");
      return List.of();
    }
    List<Node> entries = list.getValue();
    return IntStream.range(0, entries.size())
        .mapToObj(i -> new YamlMap(entries.get(i), at(key) + "[" + i + "]", faults, keys))
        .toList();
  }

  private <T> @Nullable T convert(
      String key, String text, String expected, Function<String, T> conversion) {
    try {
      return conversion.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      fault(key, "\"" + text + "\" is not " + expected);
      return null;
    }
  }

  private static String name(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
  }

  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
