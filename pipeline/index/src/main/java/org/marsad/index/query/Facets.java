// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.Map;

/**
 * The values that the matching documents have, each with its count by the rule of {@link
 * SmallCells}, most frequent first; of a field in which something is chosen, as if it were not.
 */
public record Facets(
    Map<String, Told> sources,
    Map<String, Told> languages,
    Map<String, Told> stances,
    Map<String, Told> targets,
    Map<String, Told> frames,
    Map<String, Told> places,
    Map<String, Told> kinds) {}
