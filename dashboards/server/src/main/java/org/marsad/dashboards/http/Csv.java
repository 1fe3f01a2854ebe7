// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as a file (RFC 4180, UTF-8 with a mark, without which spreadsheets break Arabic letters).
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class Csv {
  public static final String MEDIA_TYPE = "text/csv";

  /** What a file begins with. */
  public static final String MARK = "\uFEFF";

  private static final String END = "\r\n";

  private final StringBuilder table = new StringBuilder(MARK);

  public Csv(List<String> head) {
    add(head.toArray());
  }

  /**
   * @param cells texts, numbers and times; null for an empty one
   */
  public void add(@Nullable Object... cells) {
    table.append(line(cells));
  }

  /**
   * A line of a table that is not kept as a whole.
   *
   * @param cells texts, numbers and times; null for an empty one
   */
  public static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + END;
  }

  /** Answers with the file. */
  public void answer(Context context, String name) {
    context
        .contentType(MEDIA_TYPE + "; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .result(text());
  }

  public String text() {
    return table.toString();
  }

  private static String cell(@Nullable Object value) {
    String text = Objects.toString(value, "");
    if (value instanceof Number) {
      return text;
    }
    String safe = text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
