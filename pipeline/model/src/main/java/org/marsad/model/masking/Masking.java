// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.masking;

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
import org.marsad.model.DocumentKind;

/**
 * Hides slurs, calls for violence and animal names for people in one document: the words of {@link
 * MaskedWords}, and what the judgement marks as such. Of each, the first letter stays and dots take
 * the place of the rest. The length stays the same, so that offsets keep their meaning.
 *
 * <p>The words of a hidden span are hidden wherever the document repeats them, in its title too.
 * Whole sentences, which evidence may also be, stay: they are what there is to read.
 */
public final class Masking {
  private static final Set<String> HIDDEN =
      Set.of(Frame.SLUR.name(), Frame.VIOLENCE.name(), Frame.ANIMAL.name(), Frame.VERMIN.name());
  private static final MaskedWords WORDS = MaskedWords.shipped();
  private static final char DOT = '•';

  private final String text;
  private final @Nullable String title;
  private final boolean isAboutPeople;
  private final List<Pattern> words = new ArrayList<>();

  private Masking(Document document) {
    this.isAboutPeople = isAboutPeople(document);
    StringBuilder masked = new StringBuilder(document.text());
    for (Evidence span : document.evidence()) {
      if (HIDDEN.contains(span.label())) {
        hide(masked, span.start(), span.end());
        words.add(wherever(document.text().substring(span.start(), span.end())));
      }
    }
    hideWords(document.text(), masked);
    this.text = masked.toString();
    this.title = document.title() == null ? null : apply(document.title());
  }

  public static Masking of(Document document) {
    return new Masking(document);
  }

  /** Masks a text that belongs to no document, such as a message. */
  public static String anywhere(String text) {
    StringBuilder masked = new StringBuilder(text);
    WORDS.in(text, true).forEach(span -> hide(masked, span.start(), span.end()));
    return masked.toString();
  }

  /** An article that was judged to be about something else may well be about animals. */
  private static boolean isAboutPeople(Document document) {
    Assessment judged = document.assessment();
    return document.kind() != DocumentKind.ARTICLE
        || judged == null
        || !judged.classified()
        || judged.relevant();
  }

  /** The document's text, masked; as long as the original. */
  public String text() {
    return text;
  }

  /** The document's title, masked; as long as the original. */
  public @Nullable String title() {
    return title;
  }

  /** Masks any other text of the document. */
  public String apply(String other) {
    StringBuilder masked = new StringBuilder(other);
    hideWords(other, masked);
    return masked.toString();
  }

  private void hideWords(String original, StringBuilder masked) {
    for (Pattern word : words) {
      Matcher matcher = word.matcher(original);
      while (matcher.find()) {
        hide(masked, matcher.start(), matcher.end());
      }
    }
    WORDS.in(original, isAboutPeople).forEach(span -> hide(masked, span.start(), span.end()));
  }

  private static Pattern wherever(String surface) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(surface.strip()) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
