// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.marsad.dashboards.alerts.AlertFeed;
import org.marsad.dashboards.alerts.AlertHealth;
import org.marsad.dashboards.alerts.AlertParts;
import org.marsad.dashboards.alerts.ConsentApi;
import org.marsad.dashboards.alerts.DecisionApi;
import org.marsad.dashboards.alerts.IncidentApi;
import org.marsad.dashboards.alerts.PreviewApi;
import org.marsad.dashboards.alerts.RuleApi;
import org.marsad.dashboards.alerts.SubscriptionApi;
import org.marsad.dashboards.alerts.VerdictApi;
import org.marsad.dashboards.audit.AuditApi;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.documents.DocumentApi;
import org.marsad.dashboards.feedback.FeedbackApi;
import org.marsad.dashboards.feedback.FeedbackResultsApi;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.method.MethodApi;
import org.marsad.dashboards.places.PlacesApi;
import org.marsad.dashboards.search.ExportApi;
import org.marsad.dashboards.search.SavedSearchApi;
import org.marsad.dashboards.search.SearchApi;
import org.marsad.dashboards.search.SynonymsApi;
import org.marsad.dashboards.sources.NamesApi;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.dashboards.sources.SourcesApi;
import org.marsad.dashboards.status.StatusApi;
import org.marsad.dashboards.stories.StoriesApi;
import org.marsad.dashboards.trends.CoverageApi;
import org.marsad.dashboards.trends.EventApi;
import org.marsad.dashboards.trends.ExplainApi;
import org.marsad.dashboards.trends.TrendApi;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.trend.TrendQueries;

/** What can be asked for about documents, sources and alerts, and said of them. */
final class DashboardEndpoints {
  private DashboardEndpoints() {}

  static List<Endpoint> of(DashboardParts parts, AuditLog auditLog, Clock clock) {
    DocumentQueries queries = parts.queries();
    TrendQueries trends = parts.trends();
    AlertParts alerts = parts.alerts();
    FeedbackIndex feedback = parts.feedback();
    Outlets outlets = new Outlets(parts.outlets());
    return Stream.of(
            new SearchApi(queries, outlets, feedback.labels()).endpoints(),
            new SynonymsApi().endpoints(),
            new ExportApi(queries, outlets, feedback.labels(), auditLog, clock).endpoints(),
            new SavedSearchApi(alerts.searches(), auditLog, clock).endpoints(),
            new DocumentApi(queries, outlets, feedback.labels(), auditLog).endpoints(),
            new StatusApi(queries, outlets, parts.retention(), parts.counters()).endpoints(),
            new SourcesApi(queries, outlets).endpoints(),
            new CoverageApi(queries, outlets, clock).endpoints(),
            new TrendApi(queries, trends, clock).endpoints(),
            new ExplainApi(queries, trends, outlets).endpoints(),
            new EventApi(trends.events(), auditLog).endpoints(),
            new PlacesApi(queries).endpoints(),
            new StoriesApi(queries, outlets).endpoints(),
            new MethodApi().endpoints(),
            new NamesApi(outlets).endpoints(),
            new AuditApi(auditLog).endpoints(),
            new PreviewApi(alerts.preview()).endpoints(),
            new RuleApi(alerts, auditLog, clock).endpoints(),
            new DecisionApi(alerts.decisions(), clock).endpoints(),
            new IncidentApi(alerts, feedback.labels(), parts.accounts().accounts()).endpoints(),
            new VerdictApi(alerts, auditLog, clock).endpoints(),
            new SubscriptionApi(alerts, auditLog).endpoints(),
            new ConsentApi(alerts, auditLog).endpoints(),
            new AlertFeed(alerts.incidents(), outlets.names()).endpoints(),
            new AlertHealth(alerts.heartbeats(), clock).endpoints(),
            new FeedbackApi(feedback, queries, alerts::shownDocuments, outlets, auditLog, clock)
                .endpoints(),
            new FeedbackResultsApi(feedback, auditLog).endpoints())
        .flatMap(List::stream)
        .toList();
  }
}
