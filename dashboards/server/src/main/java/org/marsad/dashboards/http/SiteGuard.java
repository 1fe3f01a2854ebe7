// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.MisdirectedRequestResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the dashboard to those whom it is for, and its pages to what they are. */
public final class SiteGuard {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final String OVERRIDE = "X-HTTP-Method-Override";

  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
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

  private final @Nullable URI publicAddress;

  /**
   * @param publicAddress where others reach the dashboard; null where nobody else does
   */
  public SiteGuard(@Nullable URI publicAddress) {
    this.publicAddress = publicAddress;
  }

  public static void addHeaders(Context context) {
    HEADERS.forEach(context::header);
  }

  /** Another site's page may make a browser send requests here: by its name, or across origins. */
  public void refuseForeign(Context context) {
    if (context.header(OVERRIDE) != null) {
      // The routes would heed it, and whatever stands in front of the server would not know.
      throw new BadRequestResponse("Send the method itself, and no header " + OVERRIDE + ".");
    }
    String host = context.host();
    if (host == null || !isOurs(host)) {
      throw new MisdirectedRequestResponse(
          publicAddress == null
              ? "The dashboard answers to 127.0.0.1, localhost and [::1] only."
              : "The dashboard answers to its public address only.");
    }
    boolean isReading = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
    if (!isReading && !isSameOrigin(context.header("Origin"), host)) {
      throw new ForbiddenResponse("Only the dashboard's own pages may do this.");
    }
  }

  private boolean isOurs(String host) {
    return LOOPBACK.contains(withoutPort(host))
        || (publicAddress != null && host.equalsIgnoreCase(publicAddress.getRawAuthority()));
  }

  /** Programs other than browsers send no Origin; a browser always does with POST. */
  private boolean isSameOrigin(@Nullable String origin, String host) {
    if (origin == null) {
      return true;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return host.equalsIgnoreCase(authority)
          || (publicAddress != null && publicAddress.getRawAuthority().equalsIgnoreCase(authority));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
  }
}
