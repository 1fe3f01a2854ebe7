// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.util.List;
import java.util.Map;
import org.marsad.classifiers.prevalence.Calls;

/**
 * A trend and what it comes to.
 *
 * @param periods oldest first, those without documents included
 * @param share over all periods
 * @param changes of the models, the first model left out
 * @param calls what the share over all periods rests on, by language; empty where it is unknown
 */
public record TrendSeries(
    List<TrendPeriod> periods,
    HostileShare share,
    List<ModelChange> changes,
    Map<String, Calls> calls) {}
