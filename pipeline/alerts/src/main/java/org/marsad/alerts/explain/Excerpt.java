// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.marsad.classifiers.Evidence;
import org.marsad.model.Document;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/** Cuts the passage around the first evidence out of a document. */
final class Excerpt {
  private static final int BEFORE = 80;
  private static final int LENGTH = 240;

  /** A word that is longer is cut. */
  private static final int LONGEST_WORD = 40;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Excerpt() {}

  /** On one line, masked, without direction marks; of a document without text, nothing. */
  static String of(Document document, Masking masking) {
    String text = masking.text();
    int evidence =
        document.evidence().stream()
            .min(Comparator.comparingInt(Evidence::start))
            .map(Evidence::start)
            .orElse(0);
    int start = wordStart(text, Math.max(0, evidence - BEFORE));
    int end = wordStart(text, Math.min(text.length(), start + LENGTH));
    String passage =
        SPACE.matcher(Controls.dropped(text.substring(start, end))).replaceAll(" ").strip();
    return (start > 0 ? "…" : "") + passage + (end < text.length() ? "…" : "");
  }

  /** The start of the word that this is in, so that no word, and no character, is cut in two. */
  private static int wordStart(String text, int at) {
    if (at == 0 || at == text.length()) {
      return at;
    }
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    boolean isInPair =
        Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
    return at - start <= LONGEST_WORD ? start : isInPair ? at - 1 : at;
  }
}
