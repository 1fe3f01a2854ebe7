// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is a rise, as far as counts can say.
 *
 * @param contributions the strongest of each dimension, by dimension and share
 * @param withheld whether documents of fewer than five people are left out of contributions
 * @param spread null where no documents were compared
 * @param silentSources ids of sources that publish as a rule and did not during the rise
 * @param models names of the models at work during the rise
 * @param modelChanged whether others were at work before: then the rise may be theirs
 * @param samples at least five different documents where there are so many, the telling first
 */
public record Explanation(
    List<Contribution> contributions,
    boolean withheld,
    @Nullable Spread spread,
    List<String> silentSources,
    List<String> models,
    boolean modelChanged,
    List<Sample> samples) {}
