// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a file of rules, read key by key. A value of the wrong shape is noted as a fault and
 * read as if it were missing, so that one reading finds all faults.
 */
final class RuleNode {
  private final JsonNode node;
  private final String path;
  private final List<RuleFault> faults;

  /**
   * @param path of the mapping, empty for the rule itself
   * @param keys those that the mapping may have; any other is a fault
   */
  RuleNode(JsonNode node, String path, List<String> keys, List<RuleFault> faults) {
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.path = path;
    this.faults = faults;
    if (!node.isObject()) {
      faults.add(new RuleFault(path, "has to be a mapping with keys of " + keys));
    }
    for (Map.Entry<String, JsonNode> field : this.node.properties()) {
      if (!keys.contains(field.getKey())) {
        faults.add(new RuleFault(at(field.getKey()), "is not a key; allowed are " + keys));
      }
    }
  }

  RuleNode mapping(String key, List<String> keys) {
    JsonNode value = node.path(key);
    return new RuleNode(value, at(key), keys, faults);
  }

  @Nullable String text(String key) {
    JsonNode value = node.path(key);
    if (value.isValueNode() && !value.isNull()) {
      return value.asText();
    }
    if (!value.isMissingNode()) {
      fault(key, "has to be a text");
    }
    return null;
  }

  String requiredText(String key) {
    String text = text(key);
    if (node.path(key).isMissingNode()) {
      fault(key, "is missing");
    }
    return text == null ? "" : text;
  }

  List<String> texts(String key) {
    JsonNode value = node.path(key);
    List<String> texts = new ArrayList<>();
    boolean well = value.isMissingNode() || value.isArray();
    for (JsonNode entry : value) {
      well &= entry.isValueNode() && !entry.isNull();
      texts.add(entry.asText());
    }
    if (!well) {
      fault(key, "has to be a list such as [a, b]");
    }
    return well ? texts : List.of();
  }

  /** The texts of the mapping by their keys. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String text = text(field.getKey());
      if (text != null) {
        texts.put(field.getKey(), text);
      }
    }
    return texts;
  }

  @Nullable Integer number(String key, int least, int most) {
    JsonNode value = node.path(key);
    if (value.isInt() && least <= value.asInt() && value.asInt() <= most) {
      return value.asInt();
    }
    if (!value.isMissingNode()) {
      fault(key, "has to be a number from " + least + " to " + most + ", not " + value);
    }
    return null;
  }

  @Nullable Boolean flag(String key) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      fault(key, "has to be true or false, not " + value);
    }
    return value.isBoolean() ? Boolean.valueOf(value.asBoolean()) : null;
  }

  /**
   * A constant, written in lower case.
   *
   * @param absent where the key is missing; null where that is a fault
   */
  <E extends Enum<E>> E constant(String key, Class<E> type, @Nullable E absent) {
    E[] constants = type.getEnumConstants();
    String text = absent == null ? requiredText(key) : text(key);
    for (E constant : constants) {
      if (written(constant).equals(text)) {
        return constant;
      }
    }
    if (node.path(key).isValueNode()) {
      List<String> allowed = Arrays.stream(constants).map(RuleNode::written).toList();
      fault(key, "is not \"" + text + "\"; allowed are " + allowed);
    }
    return absent == null ? constants[0] : absent;
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void fault(String key, String message) {
    faults.add(new RuleFault(at(key), message));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
