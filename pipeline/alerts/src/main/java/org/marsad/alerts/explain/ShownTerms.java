// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.model.Document;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/**
 * Which terms may be shown: words of three letters or more that are masked neither anywhere nor in
 * the documents of the rise, where the judgement may have found what no list has.
 */
public final class ShownTerms {
  private static final int SHORTEST = 3;

  private final Set<String> hidden = new HashSet<>();

  public ShownTerms(List<Document> documents) {
    for (Document document : documents) {
      Masking masking = Masking.of(document);
      if (!masking.text().equals(document.text())) {
        hide(document.text(), masking);
      }
    }
  }

  /** Words that are masked by themselves, not only as a part of a phrase. */
  private void hide(String text, Masking masking) {
    for (Word word : Words.in(text)) {
      String surface = text.substring(word.start(), word.end());
      if (!masking.text().startsWith(surface, word.start())
          && !masking.apply(surface).equals(surface)) {
        hidden.add(word.folded());
      }
    }
  }

  /** Without direction marks, and without those that must not be shown. */
  public List<ValueCount> of(List<ValueCount> terms) {
    Map<String, ValueCount> shown = new HashMap<>();
    for (ValueCount term : terms) {
      String word = Controls.dropped(term.value());
      if (isFit(word)) {
        shown.putIfAbsent(word, new ValueCount(word, term.observed(), term.baseline()));
      }
    }
    return new ArrayList<>(shown.values());
  }

  private boolean isFit(String word) {
    return word.codePoints().filter(Character::isLetter).count() >= SHORTEST
        && Masking.anywhere(word).equals(word)
        && Words.in(word).stream().map(Word::folded).noneMatch(hidden::contains);
  }
}
