// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.time.Instant;
import java.util.List;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.StorySpread;

/**
 * How far the story of a document went.
 *
 * @param documents that tell it
 * @param outlets who told it, those with the most documents first
 * @param agencies that any of them names as its origin
 */
public record StoryView(
    String id,
    long documents,
    List<Teller> outlets,
    List<String> agencies,
    Instant first,
    Instant last) {

  /** An outlet that told it, and how often. */
  public record Teller(String id, String name, long documents) {}

  public static StoryView of(StorySpread spread, Outlets outlets) {
    return new StoryView(
        spread.id(),
        spread.documents(),
        spread.outlets().entrySet().stream()
            .map(told -> new Teller(told.getKey(), outlets.name(told.getKey()), told.getValue()))
            .toList(),
        spread.agencies(),
        spread.first(),
        spread.last());
  }
}
