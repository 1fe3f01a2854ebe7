// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.TextKind;

/**
 * What one reviewer said of one text; what was not said is null or empty.
 *
 * @param stance only of a text that is relevant
 * @param intensity 0 to 5, only of a text that is relevant
 * @param targets names of {@link org.marsad.classifiers.Target}
 * @param frames names of {@link org.marsad.classifiers.Frame}
 * @param reviewer whatever tells reviewers apart; all who have none count as one
 * @param decides whether it was said to decide between others
 * @param codebook version of the {@link org.marsad.classifiers.Codebook} it was said by
 * @param at when it was said
 */
public record FeedbackLine(
    String text,
    @Nullable String title,
    TextKind kind,
    @Nullable String language,
    boolean relevant,
    @Nullable Stance stance,
    @Nullable Double intensity,
    List<String> targets,
    List<String> frames,
    @Nullable Boolean offensive,
    @Nullable String reviewer,
    boolean decides,
    @Nullable String codebook,
    @Nullable Instant at) {

  /** The latest first; total, so that the order of lines in files never decides. */
  static final Comparator<FeedbackLine> LATEST_FIRST =
      Comparator.comparing(FeedbackLine::time)
          .reversed()
          .thenComparing(FeedbackLine::text)
          .thenComparing(FeedbackLine::toString);

  /** When it was said; before all that have a time where it has none. */
  Instant time() {
    return at == null ? Instant.MIN : at;
  }

  /** Whether both teach the same. */
  boolean agrees(FeedbackLine other) {
    return relevant == other.relevant
        && stance == other.stance
        && Objects.equals(intensity, other.intensity);
  }
}
