// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Tells a real rise in a series of counts from chance.
 *
 * <pre>
 * Bucket… ─► Baseline, ShareBaseline ─► Forecast, BetaBinomial ─► Judgement ─► Incident
 *            what the past lets expect   how surprising this is     one bucket   the whole rise
 * </pre>
 *
 * {@link org.marsad.alerts.detect.SpikeDetector} is a pure function of the buckets; {@link
 * org.marsad.alerts.detect.SeriesWatch} remembers for it. The method is quasi-Poisson regression
 * with discounted outbreaks and a negative binomial limit: C. P. Farrington et al., "A statistical
 * algorithm for the early detection of outbreaks of infectious disease", JRSS A 159 (1996); A.
 * Noufaily et al., "An improved algorithm for outbreak detection in multiple surveillance systems",
 * Statistics in Medicine 32 (2013). Theirs compares the same weeks of former years; here some weeks
 * have to do, so newer buckets weigh more and the seasons are a trend.
 *
 * <p>A null count is never 0. An alarm speaks of one bucket, an incident of a whole rise: an open
 * incident has buckets without an alarm.
 */
@NullMarked
package org.marsad.alerts.detect;

import org.jspecify.annotations.NullMarked;
