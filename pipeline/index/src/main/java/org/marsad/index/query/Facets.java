// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.Map;

/** The values that the matching documents have, each with its count, most frequent first. */
public record Facets(
    Map<String, Long> sources,
    Map<String, Long> languages,
    Map<String, Long> stances,
    Map<String, Long> targets,
    Map<String, Long> frames,
    Map<String, Long> places,
    Map<String, Long> kinds) {}
