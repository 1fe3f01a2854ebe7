// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.classifiers.bundle.Bundled;

/**
 * Prose by hand around figures that are measured: {@code {{name}}} stands for a figure or table.
 */
record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  /** A template that is bundled beside this class. */
  static Template shipped(String file) {
    return new Template(Bundled.text(Template.class, file));
  }

  /**
   * The text with every place filled.
   *
   * @throws IllegalArgumentException if a place has no value or a value no place
   */
  String fill(Map<String, String> values) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("The template's place {{" + name + "}} has no value");
      }
      places.add(name);
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    Set<String> without = new TreeSet<>(values.keySet());
    without.removeAll(places);
    if (!without.isEmpty()) {
      throw new IllegalArgumentException("The template has no place for " + without);
    }
    return matcher.appendTail(out).toString();
  }
}
