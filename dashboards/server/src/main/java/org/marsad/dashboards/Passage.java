// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text with marks in it. */
record Passage(String text, List<Mark> marks) {

  /** Why a stretch of text is marked. */
  enum Kind {
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
   */
  record Mark(int start, int end, Kind kind, @Nullable String label, @Nullable Double score) {}
}
