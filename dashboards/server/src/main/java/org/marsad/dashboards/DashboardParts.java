// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.util.List;
import java.util.function.Supplier;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.alerts.AlertParts;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Gauges;
import org.marsad.index.retention.RetentionLog;
import org.marsad.index.trend.TrendQueries;

/**
 * What the dashboard shows, and keeps what people say in.
 *
 * @param outlets of the catalogue
 * @param alerts what rules, incidents and subscriptions are kept in
 * @param accounts who may use it
 * @param feedback what people say of the judgements
 * @param retention when texts were last erased because of their age
 * @param gauges what programs that watch it ask for
 * @param counters asked at every status request; fast and never failing
 */
public record DashboardParts(
    DocumentQueries queries,
    TrendQueries trends,
    List<KnownOutlet> outlets,
    AlertParts alerts,
    AccountParts accounts,
    FeedbackIndex feedback,
    RetentionLog retention,
    Gauges gauges,
    Supplier<JobCounters> counters) {}
