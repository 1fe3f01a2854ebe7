// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.model.Document;

/**
 * Hides slurs and calls for violence of one document: of each such span, the first letter stays and
 * dots take the place of the rest. The length stays the same, so that offsets keep their meaning.
 *
 * <p>The words of a hidden span are hidden wherever the document repeats them, in its title too.
 */
final class Masking {
  private static final Set<String> HIDDEN = Set.of(Frame.SLUR.name(), Frame.VIOLENCE.name());
  private static final char DOT = '•';

  private final String text;
  private final @Nullable String title;
  private final List<Pattern> words = new ArrayList<>();

  /**
   * @param evidence of the text
   */
  private Masking(Document document, List<Evidence> evidence, List<Frame> frames) {
    StringBuilder masked = new StringBuilder(document.text());
    for (Evidence span : evidence) {
      if (isHidden(span)) {
        hide(masked, span.start(), span.end());
        words.add(wherever(document.text().substring(span.start(), span.end())));
      }
    }
    this.text = apply(masked.toString());
    boolean isSomewhere = frames.stream().anyMatch(frame -> HIDDEN.contains(frame.name()));
    // The judgement saw one, and it is not in the text: only the title is left.
    boolean isInTitle = isSomewhere && words.isEmpty();
    this.title =
        document.title() == null
            ? null
            : isInTitle ? hidden(document.title()) : apply(document.title());
  }

  static Masking of(Document document) {
    Assessment assessment = document.assessment();
    return assessment == null
        ? new Masking(document, List.of(), List.of())
        : new Masking(document, Passages.evidence(document), assessment.frames());
  }

  static boolean isHidden(Evidence span) {
    return HIDDEN.contains(span.label());
  }

  /** The document's text, masked; as long as the original. */
  String text() {
    return text;
  }

  /** The document's title, masked; as long as the original. */
  @Nullable String title() {
    return title;
  }

  /** Masks what of the document's hidden words is found in any other text. */
  String apply(String other) {
    StringBuilder masked = new StringBuilder(other);
    for (Pattern word : words) {
      Matcher matcher = word.matcher(other);
      while (matcher.find()) {
        hide(masked, matcher.start(), matcher.end());
      }
    }
    return masked.toString();
  }

  private static Pattern wherever(String surface) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(surface.strip()) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String hidden(String text) {
    StringBuilder masked = new StringBuilder(text);
    hide(masked, 0, text.length());
    return masked.toString();
  }

  /** Spaces stay for the line breaks; what else is there might be part of a spelling trick. */
  private static void hide(StringBuilder masked, int start, int end) {
    int shown = start;
    while (shown < end && !Character.isLetterOrDigit(masked.codePointAt(shown))) {
      shown += Character.charCount(masked.codePointAt(shown));
    }
    int hidden = shown < end ? shown + Character.charCount(masked.codePointAt(shown)) : end;
    for (int at = hidden; at < end; at++) {
      if (!Character.isWhitespace(masked.charAt(at))) {
        masked.setCharAt(at, DOT);
      }
    }
  }
}
