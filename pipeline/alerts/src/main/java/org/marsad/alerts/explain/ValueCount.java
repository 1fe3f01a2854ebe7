// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

/**
 * How often one value occurs.
 *
 * @param value such as a source's id or a frame's name
 * @param observed documents during the rise
 * @param baseline documents during the time that it is compared with
 * @param withheld whether documents of few people are left out of both
 */
public record ValueCount(String value, long observed, long baseline, boolean withheld) {

  /** A value of which everything may be told. */
  public ValueCount(String value, long observed, long baseline) {
    this(value, observed, baseline, false);
  }
}
