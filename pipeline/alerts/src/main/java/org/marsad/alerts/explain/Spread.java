// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

/**
 * Whether a rise is one thing told again, or many.
 *
 * @param looked how many of its documents were compared
 * @param stories how many different ones they are, copies and comments under one article together
 * @param largest how many documents the largest of them has
 * @param sources how many sources they come from
 * @param viral whether the largest alone is half of what was compared, or more
 */
public record Spread(int looked, int stories, int largest, int sources, boolean viral) {}
