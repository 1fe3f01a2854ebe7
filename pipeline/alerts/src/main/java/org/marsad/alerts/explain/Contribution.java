// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

/**
 * What one value adds to a rise.
 *
 * @param observed documents during the rise
 * @param expected of them, had it gone on as before
 * @param share of the whole excess that may be told, may be negative or, since a document may count
 *     under several values, add up to more than 1
 */
public record Contribution(
    Dimension dimension, String value, long observed, double expected, double share) {}
