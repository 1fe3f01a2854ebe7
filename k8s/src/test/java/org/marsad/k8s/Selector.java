// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A label selector, which an empty one is of everything.
 *
 * @param tree with {@code matchLabels} and {@code matchExpressions}
 */
public record Selector(JsonNode tree) {

  /** Of a Service, whose selector is labels without more. */
  public static boolean matches(Map<String, String> wanted, Map<String, String> labels) {
    return labels.entrySet().containsAll(wanted.entrySet());
  }

  public boolean matches(Map<String, String> labels) {
    return matches(Resource.texts(tree.path("matchLabels")), labels)
        && Pod.elements(tree.path("matchExpressions")).allMatch(one -> holds(one, labels));
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    String key = expression.path("key").asText();
    Set<String> values =
        Pod.elements(expression.path("values")).map(JsonNode::asText).collect(Collectors.toSet());
    String operator = expression.path("operator").asText();
    return switch (operator) {
      case "In" -> values.contains(labels.getOrDefault(key, ""));
      case "NotIn" -> !values.contains(labels.getOrDefault(key, ""));
      case "Exists" -> labels.containsKey(key);
      case "DoesNotExist" -> !labels.containsKey(key);
      default -> throw new IllegalArgumentException("no operator of selectors: " + operator);
    };
  }
}
