// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.marsad.alerts.subscription.InvalidSubscriptionException;
import org.marsad.dashboards.alerts.AlertFeed;
import org.marsad.dashboards.alerts.AlertHealth;
import org.marsad.dashboards.alerts.AlertParts;
import org.marsad.dashboards.alerts.IncidentApi;
import org.marsad.dashboards.alerts.PreviewApi;
import org.marsad.dashboards.alerts.RuleApi;
import org.marsad.dashboards.alerts.SubscriptionApi;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.documents.DocumentApi;
import org.marsad.dashboards.documents.ErasedException;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Gate;
import org.marsad.dashboards.http.InvalidBodyException;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.dashboards.http.JettyFaults;
import org.marsad.dashboards.http.LoopbackGuard;
import org.marsad.dashboards.http.Problem;
import org.marsad.dashboards.http.Routes;
import org.marsad.dashboards.pages.Pages;
import org.marsad.dashboards.search.SearchApi;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.dashboards.sources.NamesApi;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.dashboards.sources.SourcesApi;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.dashboards.status.StatusApi;
import org.marsad.dashboards.trends.CoverageApi;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages and their API until closed. */
public final class DashboardServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardServer.class);
  private static final String RETRY_SECONDS = "5";

  /** A rule with hundreds of sources fits. */
  private static final long MAX_REQUEST_BYTES = 64 << 10;

  private final Javalin javalin;
  private final String host;

  private DashboardServer(Javalin javalin, String host) {
    this.javalin = javalin;
    this.host = host;
  }

  /**
   * Starts to serve; the index need not answer yet.
   *
   * @param outlets of the catalogue
   * @param alerts what rules, incidents and subscriptions are kept in
   * @param counters asked at every status request; fast and never failing
   * @throws DashboardStartException with the remedy, when the host is not loopback, the port is
   *     taken, or the audit log cannot be written
   */
  public static DashboardServer start(
      DashboardSettings settings,
      DocumentQueries queries,
      List<KnownOutlet> outlets,
      AlertParts alerts,
      Supplier<JobCounters> counters) {
    LoopbackGuard.requireLoopback(settings.host());
    Clock clock = Clock.systemUTC();
    AuditLog auditLog = new AuditLog(settings.auditLog(), clock);
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config);
              addFaults(config.routes);
              config.routes.before(LoopbackGuard::addHeaders);
              config.routes.before(LoopbackGuard::refuseForeign);
              config.routes.before("/api/*", c -> c.header("Cache-Control", "no-store"));
              Routes.add(
                  endpoints(queries, new Outlets(outlets), alerts, auditLog, clock, counters),
                  Gate.OPEN,
                  config.routes);
            });
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new DashboardStartException(
          "Port "
              + settings.port()
              + " on "
              + settings.host()
              + " cannot be used, most likely because another program has it: choose another with"
              + " --port",
          e);
    }
    return new DashboardServer(javalin, settings.host());
  }

  private static List<Endpoint> endpoints(
      DocumentQueries queries,
      Outlets outlets,
      AlertParts alerts,
      AuditLog auditLog,
      Clock clock,
      Supplier<JobCounters> counters) {
    return Stream.of(
            new SearchApi(queries, outlets).endpoints(),
            new DocumentApi(queries, outlets, auditLog).endpoints(),
            new StatusApi(queries, outlets, counters).endpoints(),
            new SourcesApi(queries, outlets).endpoints(),
            new CoverageApi(queries, outlets, clock).endpoints(),
            new NamesApi(outlets).endpoints(),
            new PreviewApi(alerts.preview()).endpoints(),
            new RuleApi(alerts, auditLog, clock).endpoints(),
            new IncidentApi(alerts, auditLog, clock).endpoints(),
            new SubscriptionApi(alerts, auditLog).endpoints(),
            new AlertFeed(alerts.incidents(), outlets.names()).endpoints(),
            new AlertHealth(alerts.heartbeats(), clock).endpoints(),
            new Pages().endpoints())
        .flatMap(List::stream)
        .toList();
  }

  /** Where the pages are, such as http://127.0.0.1:8080/. */
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + javalin.port() + "/");
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = MAX_REQUEST_BYTES;
    config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
    config.jetty.modifyServer(server -> server.setErrorHandler(new JettyFaults()));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/assets";
          files.directory = Pages.DIRECTORY;
          files.location = Location.CLASSPATH;
          // The names carry no version, so a browser asks each time and mostly hears 304.
          files.headers = Map.of("Cache-Control", "no-cache");
        });
  }

  private static void addFaults(RoutesConfig routes) {
    routes.exception(InvalidParameterException.class, (e, c) -> e.problem().answer(c));
    routes.exception(ErasedException.class, (e, c) -> e.problem().answer(c));
    routes.exception(InvalidBodyException.class, (e, c) -> e.problem().answer(c));
    routes.exception(
        InvalidSubscriptionException.class, (e, c) -> Problem.of(e.faults()).answer(c));
    routes.exception(
        HttpResponseException.class,
        (e, c) -> {
          String title = HttpStatus.forStatus(e.getStatus()).getMessage();
          Problem.of(e.getStatus(), title, String.valueOf(e.getMessage())).answer(c);
        });
    routes.exception(IndexUnavailableException.class, (e, c) -> answerOutage(c, e));
    routes.exception(IndexRefusedException.class, (e, c) -> answerOutage(c, e));
    routes.exception(
        Exception.class,
        (e, c) -> {
          LOG.error("{} {} failed", c.method(), c.path(), e);
          Problem.of(500, "Internal error", "The server failed on this; its log says more.")
              .answer(c);
        });
  }

  private static void answerOutage(Context context, RuntimeException outage) {
    Problem.of(503, "The index is not available", String.valueOf(outage.getMessage()))
        .answer(context);
    context.header("Retry-After", RETRY_SECONDS);
  }
}
