// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

/**
 * Why a row was not taken as it stands.
 *
 * @param row its number as a text editor counts lines; the header is 1
 * @param message what is wrong, and what to do
 */
public record RowFault(long row, String message) {}
