// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;

/**
 * Days of which nothing of a source was captured, though it hardly published nothing.
 *
 * @param from first day of Morocco without any document
 * @param to last such day; the last that was asked for where the gap goes on
 * @param perDay documents that it brought a day before, as a rule
 */
public record SourceGap(String sourceId, LocalDate from, LocalDate to, double perDay) {}
