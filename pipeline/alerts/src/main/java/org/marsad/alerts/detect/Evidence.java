// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

/**
 * One test of one bucket.
 *
 * @param kind what was tested
 * @param span over how many latest buckets
 * @param observed what there was: documents, or the share of the total
 * @param expected what was expected of it
 * @param p the probability of so much or more if nothing has happened
 */
public record Evidence(Kind kind, int span, double observed, double expected, double p) {
  /** What may be up. */
  public enum Kind {
    /** More documents than the past lets expect. */
    VOLUME("volume up"),
    /** A larger part of all documents than in the past. */
    SHARE("share up");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
