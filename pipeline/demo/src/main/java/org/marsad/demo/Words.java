// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.util.List;
import java.util.Map;

/**
 * The small words of a language.
 *
 * @param lists the values that a slot such as {@code {quarter}} may take
 * @param sections the topics' names in the navigation
 * @param labels the words of the pages: home, comments, related, by
 * @param thousands what parts the digits of numbers from 10,000 up
 * @param joins what becomes of words that meet at a slot's edge, as regular expressions: "de
 *     Agadir"
 */
record Words(
    Map<String, List<String>> lists,
    Map<Topic, String> sections,
    Map<String, String> labels,
    String thousands,
    Map<String, String> joins) {

  /** The text with its elisions and contractions made. */
  String join(String text) {
    String joined = text;
    for (Map.Entry<String, String> rule : joins.entrySet()) {
      joined = joined.replaceAll(rule.getKey(), rule.getValue());
    }
    return joined;
  }

  String label(String name) {
    String label = labels.get(name);
    if (label == null) {
      throw new IllegalStateException("words.yaml has no label " + name);
    }
    return label;
  }

  String section(Topic topic) {
    String section = sections.get(topic);
    if (section == null) {
      throw new IllegalStateException("words.yaml has no section " + topic);
    }
    return section;
  }
}
