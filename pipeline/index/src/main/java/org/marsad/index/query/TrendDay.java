// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;

/**
 * What was said on one calendar day of Morocco, in documents.
 *
 * @param total all documents, whatever they speak about
 * @param relevant those that speak about migrants: the sum of the four that follow
 * @param hostile stance HOSTILE
 * @param reporting stance REPORT_ON_HOSTILITY
 * @param supportive stances SUPPORTIVE and COUNTER_SPEECH
 * @param other the remaining stances
 */
public record TrendDay(
    LocalDate day,
    long total,
    long relevant,
    long hostile,
    long reporting,
    long supportive,
    long other) {}
