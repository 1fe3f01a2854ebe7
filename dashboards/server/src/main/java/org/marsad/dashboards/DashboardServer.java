// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marsad.alerts.subscription.InvalidSubscriptionException;
import org.marsad.dashboards.accounts.AccountEndpoints;
import org.marsad.dashboards.accounts.SessionCookie;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.audit.RefusedLogins;
import org.marsad.dashboards.documents.ErasedException;
import org.marsad.dashboards.http.ClientAddresses;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.InvalidBodyException;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.dashboards.http.Problem;
import org.marsad.dashboards.http.RateLimiter;
import org.marsad.dashboards.http.RefusedException;
import org.marsad.dashboards.http.Routes;
import org.marsad.dashboards.http.SiteGuard;
import org.marsad.dashboards.http.SlowClients;
import org.marsad.dashboards.http.WrongMethod;
import org.marsad.dashboards.metrics.MetricsApi;
import org.marsad.dashboards.metrics.RequestMetrics;
import org.marsad.dashboards.oidc.OidcApi;
import org.marsad.dashboards.openapi.OpenApi;
import org.marsad.dashboards.pages.Pages;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.model.Json;
import org.marsad.model.Opening;
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
  private final List<Endpoint> endpoints;

  private DashboardServer(Javalin javalin, String host, List<Endpoint> endpoints) {
    this.javalin = javalin;
    this.host = host;
    this.endpoints = endpoints;
  }

  /**
   * Starts to serve; the index need not answer yet, unless others than the person at this computer
   * are to see it, who need an administrator.
   *
   * @throws IndexUnavailableException where it does not
   * @throws DashboardStartException with the remedy, when others could reach it who may not, the
   *     port is taken, or the audit log cannot be written
   */
  public static DashboardServer start(DashboardSettings settings, DashboardParts parts) {
    Reach.check(settings, parts.accounts().accounts());
    Clock clock = Clock.systemUTC();
    AuditLog auditLog = new AuditLog(settings.auditLog(), clock);
    Opening opening = settings.opening();
    SiteGuard site = new SiteGuard(opening == null ? null : opening.publicAddress());
    RefusedLogins refusedLogins = new RefusedLogins(auditLog, clock);
    AccountEndpoints doors =
        new AccountEndpoints(parts.accounts(), opening, auditLog, refusedLogins, clock);
    OidcApi identityProvider =
        new OidcApi(
            settings.identityProvider(), opening, parts.accounts(), auditLog, refusedLogins);
    RequestMetrics requests = new RequestMetrics();
    MetricsApi metrics =
        new MetricsApi(
            parts.gauges(),
            parts.alerts().heartbeats(),
            parts.retention(),
            parts.counters(),
            requests,
            clock);
    Pages pages =
        new Pages(parts.queries(), doors::mayRead, new Outlets(parts.outlets()).hasFiction());
    List<Endpoint> endpoints =
        Stream.of(
                DashboardEndpoints.of(parts, auditLog, clock),
                doors.endpoints(),
                identityProvider.endpoints(),
                metrics.endpoints(),
                pages.endpoints())
            .flatMap(List::stream)
            .toList();
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config);
              config.requestLogger.http((c, millis) -> requests.count(c, millis));
              addFaults(config.routes, pages);
              config.routes.before(SiteGuard::addHeaders);
              config.routes.before(site::refuseForeign);
              config.routes.before("/api/*", c -> c.header("Cache-Control", "no-store"));
              Routes.add(
                  OpenApi.with(endpoints, SessionCookie.name(opening != null)),
                  new RateLimiter(settings.rateLimit(), new ClientAddresses(opening)),
                  doors.gate(),
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
    return new DashboardServer(javalin, settings.host(), endpoints);
  }

  /** Where the pages are, such as http://127.0.0.1:8080/. */
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + javalin.port() + "/");
  }

  /** All that it can be asked for. */
  List<Endpoint> endpoints() {
    return endpoints;
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
    SlowClients.guard(config.jetty, MAX_REQUEST_BYTES);
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/assets";
          files.directory = Pages.DIRECTORY;
          files.location = Location.CLASSPATH;
          // The names carry no version, so a browser asks each time and mostly hears 304.
          files.headers = Map.of("Cache-Control", "no-cache");
        });
  }

  private static void addFaults(RoutesConfig routes, Pages pages) {
    routes.exception(InvalidParameterException.class, (e, c) -> e.problem().answer(c));
    routes.exception(RefusedException.class, (e, c) -> e.problem().answer(c));
    AccountEndpoints.addFaults(routes);
    routes.exception(ErasedException.class, (e, c) -> e.problem().answer(c));
    routes.exception(InvalidBodyException.class, (e, c) -> e.problem().answer(c));
    routes.exception(
        InvalidSubscriptionException.class, (e, c) -> Problem.of(e.faults()).answer(c));
    routes.exception(MethodNotAllowedResponse.class, WrongMethod::answer);
    routes.exception(
        HttpResponseException.class,
        (e, c) -> {
          if (e.getStatus() == 404 && pages.answerMissing(c)) {
            return;
          }
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
