// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.accounts.BrowserSessions;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.audit.RefusedLogins;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.oidc.RefusedLoginException.Reason;
import org.marsad.index.accounts.Account;
import org.marsad.model.Opening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Login by an identity provider: /api/session/oidc sends the browser there, its callback takes it
 * back. Both are gone to by a browser, so they answer with where to go next; the login page says
 * what went wrong.
 */
public final class OidcApi {
  private static final Logger LOG = LoggerFactory.getLogger(OidcApi.class);
  private static final String START = "/api/session/oidc";
  private static final String CALLBACK = START + "/callback";

  /** All of an answer that the code flow knows (RFC 6749, 4.1.2; RFC 9207). */
  private static final List<String> ANSWER =
      List.of("code", "state", "iss", "error", "error_description");

  private static final Parameter<String> TO =
      Parameter.text("to", "The page that is wanted after the login: a path of this server.");

  private final @Nullable Login login;

  /** What is there where a provider is. */
  private record Login(
      OidcSettings settings, IdentityProvider provider, Attempts attempts, Admission admission) {}

  private final BrowserSessions browsers;
  private final AuditLog auditLog;
  private final RefusedLogins refusedLogins;
  private final AttemptCookie attemptCookie;
  private final @Nullable Opening opening;

  /**
   * @param settings null where no provider is used
   * @param opening null where nobody but the person at this computer reaches the server
   */
  public OidcApi(
      @Nullable OidcSettings settings,
      @Nullable Opening opening,
      AccountParts accounts,
      AuditLog auditLog,
      RefusedLogins refusedLogins) {
    Clock clock = Clock.systemUTC();
    this.login =
        settings == null
            ? null
            : new Login(
                settings,
                new IdentityProvider(settings, clock),
                new Attempts(clock),
                new Admission(settings, accounts.accounts(), auditLog));
    this.opening = opening;
    this.browsers = new BrowserSessions(accounts.sessions(), opening != null);
    this.auditLog = auditLog;
    this.refusedLogins = refusedLogins;
    this.attemptCookie = new AttemptCookie(opening != null);
  }

  /**
   * @param start where a browser goes to log in
   */
  private record Provider(String name, String start) {}

  private record Providers(List<Provider> providers) {}

  public List<Endpoint> endpoints() {
    Login there = login;
    Endpoint list =
        Endpoint.get("/api/session/providers")
            .access(Access.PUBLIC)
            .summary("Lists the identity providers by which one can log in: one, or none")
            .answers(Providers.class)
            .handle(
                request ->
                    new Providers(
                        there == null
                            ? List.of()
                            : List.of(new Provider(there.settings().name(), START))));
    return there == null
        ? List.of(list)
        : Stream.of(
                list,
                Endpoint.get(START)
                    .access(Access.PUBLIC)
                    .summary("Sends the browser to the identity provider to log in")
                    .parameters(TO)
                    .answers(302)
                    .handle(request -> begin(request, there)),
                Endpoint.get(CALLBACK)
                    .access(Access.PUBLIC)
                    .summary("Takes the browser back from the identity provider")
                    .openQuery()
                    .answers(302)
                    .handle(request -> finish(request.context(), there)))
            .toList();
  }

  private void begin(Request request, Login there) {
    Context context = request.context();
    Attempt attempt = there.attempts().begin(destination(request.find(TO)));
    try {
      URI provider = there.provider().begin(callback(context), attempt);
      attemptCookie.write(context, there.attempts().keep(attempt));
      context.redirect(provider.toString());
    } catch (RefusedLoginException e) {
      refuse(context, e);
    }
  }

  private void finish(Context context, Login there) {
    Attempt attempt = there.attempts().take(attemptCookie.read(context));
    attemptCookie.clear(context);
    try {
      if (attempt == null) {
        throw new RefusedLoginException(Reason.STALE, null);
      }
      Account account =
          there
              .admission()
              .admit(there.provider().finish(callback(context), answer(context), attempt));
      auditLog.record(account.id(), "log-in", "account", account.id());
      String unused = browsers.open(account, context);
      context.redirect(attempt.destination());
    } catch (RefusedLoginException e) {
      refuse(context, e);
    }
  }

  /** Without a stack trace: it is the provider's, the person's or an attacker's doing. */
  private void refuse(Context context, RefusedLoginException refused) {
    LOG.warn(
        "A login by the identity provider was refused ({}): {}",
        refused.reason().code(),
        String.valueOf(refused.getCause()));
    if (refused.reason() != Reason.STALE) {
      refusedLogins.record("oidc-" + refused.reason().code());
    }
    context.redirect(
        "/login?refused=" + URLEncoder.encode(refused.reason().code(), StandardCharsets.UTF_8));
  }

  private static Map<String, String[]> answer(Context context) {
    Map<String, String[]> answer = new LinkedHashMap<>();
    for (String name : ANSWER) {
      List<String> values = context.queryParams(name);
      if (!values.isEmpty()) {
        answer.put(name, values.toArray(String[]::new));
      }
    }
    return answer;
  }

  /** As the provider must know it. Without an opening the host is a name of loopback. */
  private String callback(Context context) {
    Opening open = opening;
    return open == null
        ? "http://" + context.host() + CALLBACK
        : open.publicAddress().resolve(CALLBACK).toString();
  }

  /** Only a path of ours: a link to a login must not lead to another site after it. */
  static String destination(@Nullable String wanted) {
    if (wanted == null || !wanted.startsWith("/") || wanted.contains("\\")) {
      return "/";
    }
    try {
      URI uri = new URI(wanted);
      boolean isOurs =
          uri.getScheme() == null && uri.getRawAuthority() == null && !wanted.startsWith("//");
      return isOurs ? uri.toASCIIString() : "/";
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
