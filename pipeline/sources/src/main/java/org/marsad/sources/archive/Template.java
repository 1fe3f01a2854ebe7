// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name in a mapping: that of a column, or a text with the names of columns in braces, such as
 * {@code https://x.com/i/status/{id}}, which has a value where each of them has one.
 */
final class Template {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

  private Template() {}

  /**
   * @return null where there is none, or a blank one
   */
  static @Nullable String value(String name, Fields values) {
    if (name.indexOf('{') < 0) {
      return filled(values.apply(name));
    }
    Matcher columns = COLUMN.matcher(name);
    StringBuilder text = new StringBuilder();
    while (columns.find()) {
      String value = filled(values.apply(columns.group(1)));
      if (value == null) {
        return null;
      }
      columns.appendReplacement(text, Matcher.quoteReplacement(value.strip()));
    }
    return columns.appendTail(text).toString();
  }

  /**
   * Whether a record with these columns can have a value for the name.
   *
   * @param columns in lower case
   */
  static boolean isOf(String name, Collection<String> columns) {
    if (name.indexOf('{') < 0) {
      return columns.contains(name.toLowerCase(Locale.ROOT));
    }
    return COLUMN
        .matcher(name)
        .results()
        .allMatch(column -> columns.contains(column.group(1).toLowerCase(Locale.ROOT)));
  }

  private static @Nullable String filled(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
