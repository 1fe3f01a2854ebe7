// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Evidence;
import org.marsad.dashboards.documents.Passage.Kind;
import org.marsad.dashboards.documents.Passage.Mark;
import org.marsad.index.query.SearchPage;
import org.marsad.model.Document;
import org.marsad.model.masking.Masking;

/** Cuts passages out of one document and marks the query's matches and the evidence in them. */
public final class Passages {
  private static final char MATCH_START = SearchPage.MARK_START.charAt(0);
  private static final char MATCH_END = SearchPage.MARK_END.charAt(0);
  private static final int BEFORE = 80;
  private static final int EXCERPT = 260;

  private final Document document;
  private final String text;
  private final @Nullable String title;
  private final @Nullable Masking masking;
  private final List<Evidence> evidence;

  private Passages(
      Document document, String text, @Nullable String title, @Nullable Masking masking) {
    this.document = document;
    this.text = text;
    this.title = title;
    this.masking = masking;
    this.evidence = document.evidence();
  }

  public static Passages masked(Document document) {
    Masking masking = Masking.of(document);
    return new Passages(document, masking.text(), masking.title(), masking);
  }

  public static Passages revealed(Document document) {
    return new Passages(document, document.text(), document.title(), null);
  }

  /** Whether something of the document is hidden. */
  public boolean isMasked() {
    return !text.equals(document.text()) || (title != null && !title.equals(document.title()));
  }

  public Passage text() {
    return stretch(0, text.length(), List.of());
  }

  /**
   * @param tagged the title with its matches set off; null where nothing in it matches
   */
  public @Nullable Passage title(@Nullable String tagged) {
    if (title == null || document.title() == null) {
      return null;
    }
    List<Mark> matches = new ArrayList<>();
    boolean isWhole = tagged != null && untag(tagged, matches).equals(document.title());
    return new Passage(title, isWhole ? matches : List.of());
  }

  /**
   * @param tagged fragments of the text with their matches set off
   * @return those; where there are none, the stretch that holds the first of the evidence
   */
  public List<Passage> excerpts(List<String> tagged) {
    if (tagged.isEmpty()) {
      int first =
          evidence.stream()
              .min(Comparator.comparingInt(Evidence::start))
              .map(Evidence::start)
              .orElse(0);
      return text.isEmpty() ? List.of() : List.of(window(first));
    }
    return tagged.stream().map(this::fragment).toList();
  }

  private Passage fragment(String tagged) {
    List<Mark> matches = new ArrayList<>();
    String plain = untag(tagged, matches);
    int start = document.text().indexOf(plain);
    if (start >= 0) {
      return stretch(start, start + plain.length(), matches);
    }
    return new Passage(masking == null ? plain : masking.apply(plain), matches);
  }

  private Passage window(int around) {
    int start = wordStart(Math.max(0, around - BEFORE));
    int end = wordStart(Math.min(text.length(), start + EXCERPT));
    Passage cut = stretch(start, end, List.of());
    String before = start > 0 ? "…" : "";
    String after = end < text.length() ? "…" : "";
    return new Passage(
        before + cut.text() + after,
        cut.marks().stream().map(mark -> moved(mark, before.length())).toList());
  }

  /** The start of the word that this is in, so that no word, and no character, is cut in two. */
  private int wordStart(int at) {
    if (at == 0 || at == text.length()) {
      return at;
    }
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    boolean isReached = at - start <= BEFORE / 2;
    return isReached ? start : Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private Passage stretch(int start, int end, List<Mark> matches) {
    List<Mark> marks = new ArrayList<>(matches);
    for (Evidence span : evidence) {
      if (span.start() < end && span.end() > start) {
        marks.add(
            new Mark(
                Math.max(span.start(), start) - start,
                Math.min(span.end(), end) - start,
                Kind.EVIDENCE,
                span.label(),
                span.score(),
                span.voice()));
      }
    }
    return new Passage(text.substring(start, end), marks);
  }

  private static Mark moved(Mark mark, int by) {
    return new Mark(
        mark.start() + by, mark.end() + by, mark.kind(), mark.label(), mark.score(), mark.voice());
  }

  /** Takes the tags out, and adds a mark for each pair of them. */
  private static String untag(String tagged, List<Mark> matches) {
    StringBuilder plain = new StringBuilder(tagged.length());
    int start = -1;
    for (int at = 0; at < tagged.length(); at++) {
      char letter = tagged.charAt(at);
      if (letter == MATCH_START) {
        start = plain.length();
      } else if (letter == MATCH_END && start >= 0) {
        matches.add(Mark.ofQuery(start, plain.length()));
        start = -1;
      } else if (letter != MATCH_END) {
        plain.append(letter);
      }
    }
    return plain.toString();
  }
}
