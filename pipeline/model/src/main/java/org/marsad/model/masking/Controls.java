// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.masking;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Marks that change the direction of text, with which a text can scramble the page around it. */
public final class Controls {
  private static final Pattern MARKS =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private Controls() {}

  /** The text without them; the browser finds the direction of each text by its letters. */
  public static @Nullable String without(@Nullable String text) {
    return text == null ? null : dropped(text);
  }

  public static String dropped(String text) {
    return MARKS.matcher(text).replaceAll("");
  }
}
