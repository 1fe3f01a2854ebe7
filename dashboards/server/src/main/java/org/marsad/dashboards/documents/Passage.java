// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Voice;
import org.marsad.model.masking.Controls;

/** Text with marks in it, without characters that change the direction of text. */
public record Passage(String text, List<Mark> marks) {

  public Passage {
    String original = text;
    text = Controls.dropped(original);
    if (text.length() != original.length()) {
      marks = marks.stream().map(mark -> mark.within(original)).toList();
    }
  }

  /** Why a stretch of text is marked. */
  public enum Kind {
    /** It is what the query asked for. */
    QUERY,
    /** The judgement rests on it. */
    EVIDENCE
  }

  /**
   * A stretch [start, end) of the passage's text, in UTF-16 code units.
   *
   * @param label of evidence: a frame, or what a whole sentence is
   * @param score of evidence: 0 to 1
   * @param voice of evidence: whose words these are, where that was told
   */
  public record Mark(
      int start,
      int end,
      Kind kind,
      @Nullable String label,
      @Nullable Double score,
      @Nullable Voice voice) {

    /** A match of the query. */
    static Mark ofQuery(int start, int end) {
      return new Mark(start, end, Kind.QUERY, null, null, null);
    }

    private Mark within(String original) {
      return new Mark(kept(original, start), kept(original, end), kind, label, score, voice);
    }

    private static int kept(String original, int end) {
      return Controls.dropped(original.substring(0, end)).length();
    }
  }
}
