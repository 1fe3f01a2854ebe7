// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;

/**
 * What was said on one calendar day of Morocco, in documents, by the rule of {@link SmallCells}.
 *
 * @param captured whatever the sources asked for published, see {@link
 *     org.marsad.model.Filters#coverage}
 * @param total all documents that meet the filters, whatever they speak about
 * @param relevant those that speak about migrants: the sum of the four that follow
 * @param hostile stance HOSTILE
 * @param reporting stance REPORT_ON_HOSTILITY
 * @param supportive stances SUPPORTIVE and COUNTER_SPEECH
 * @param other the remaining stances
 */
public record TrendDay(
    LocalDate day,
    Told captured,
    Told total,
    Told relevant,
    Told hostile,
    Told reporting,
    Told supportive,
    Told other) {

  /** A day on which nothing that was captured meets the filters. */
  static TrendDay without(LocalDate day, Cell captured) {
    Told none = Told.NOTHING;
    return new TrendDay(day, captured.told(), none, none, none, none, none, none);
  }
}
