// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What the detector says of one bucket.
 *
 * @param state how much it could say
 * @param expected documents that the past lets expect, empty if there is none
 * @param upper the largest count that would not have been surprising by itself
 * @param p the smallest p of all tests times their number (Bonferroni), at most 1
 * @param alarm whether p is below the method's alpha, on at least {@link SpikeDetector#LEAST_COUNT}
 *     documents
 * @param evidence the tests that speak for the alarm; empty without one
 */
public record Judgement(
    State state,
    OptionalDouble expected,
    OptionalLong upper,
    OptionalDouble p,
    boolean alarm,
    List<Evidence> evidence) {

  /** How much can be said. */
  public enum State {
    /** The bucket itself is unknown. */
    NO_DATA("no data"),
    /** The past is too short to know its cycles. */
    LEARNING("learning"),
    /** Judged by the whole method. */
    KNOWN("as expected");

    private final String words;

    State(String words) {
      this.words = words;
    }
  }

  /** In words: "volume up", "share up" or both, "as expected", "learning" or "no data". */
  public String reason() {
    String found =
        evidence.stream()
            .map(part -> part.kind().toString())
            .distinct()
            .collect(Collectors.joining(" and "));
    if (found.isEmpty()) {
      return state.words;
    }
    return state == State.KNOWN ? found : found + " (" + state.words + ")";
  }
}
