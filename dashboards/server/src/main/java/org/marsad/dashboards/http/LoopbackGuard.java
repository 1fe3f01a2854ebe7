// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.MisdirectedRequestResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the dashboard to the people at this computer, and its pages to what they are. */
public final class LoopbackGuard {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
              + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
              + "require-trusted-types-for 'script'",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  private LoopbackGuard() {}

  /**
   * @throws DashboardStartException unless the host is this computer's own loopback
   */
  public static void requireLoopback(String host) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw new DashboardStartException(
          "There is no host named " + host + ": use 127.0.0.1, localhost or ::1", e);
    }
    throw new DashboardStartException(
        "The dashboard is served on 127.0.0.1, localhost or ::1 only, not on "
            + host
            + ". What it shows reveals opinions and racial origin: the law (Morocco's 09-08, the"
            + " GDPR) asks that the legal basis and the retention be recorded before others may see"
            + " it, and there are no accounts yet. To reach it from another computer of yours,"
            + " forward the port over SSH.",
        null);
  }

  public static void addHeaders(Context context) {
    HEADERS.forEach(context::header);
  }

  /** Another site's page may make a browser send requests here: by its name, or across origins. */
  public static void refuseForeign(Context context) {
    String host = context.host();
    if (host == null || !NAMES.contains(withoutPort(host))) {
      throw new MisdirectedRequestResponse(
          "The dashboard answers to 127.0.0.1, localhost and [::1] only.");
    }
    boolean isReading = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
    if (!isReading && !isSameOrigin(context.header("Origin"), host)) {
      throw new ForbiddenResponse("Only the dashboard's own pages may do this.");
    }
  }

  /** Programs other than browsers send no Origin; a browser always does with POST. */
  private static boolean isSameOrigin(@Nullable String origin, String host) {
    if (origin == null) {
      return true;
    }
    try {
      return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
  }
}
