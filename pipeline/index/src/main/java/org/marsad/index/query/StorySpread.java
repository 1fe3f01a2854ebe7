// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a story went, in articles of outlets: see {@link SmallCells}.
 *
 * @param documents that tell it, 1 or more
 * @param outlets how many of them each outlet has, the most first
 * @param roles how many of them are what, by the names of {@link org.marsad.model.Story.Role}
 * @param agencies that any of them names as its origin, the most frequent first
 * @param first when the first was published, or captured where it does not say
 * @param last the same of the last
 */
public record StorySpread(
    String id,
    long documents,
    Map<String, Long> outlets,
    Map<String, Long> roles,
    List<String> agencies,
    Instant first,
    Instant last) {}
