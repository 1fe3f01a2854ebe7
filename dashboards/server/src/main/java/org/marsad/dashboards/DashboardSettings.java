// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.RateLimit;
import org.marsad.dashboards.oidc.OidcSettings;
import org.marsad.model.Opening;

/**
 * @param host a loopback address or "localhost"; any of this computer with an opening
 * @param port 0 for any that is free
 * @param auditLog where deliberate acts are recorded, one JSON object a line; appended to, never
 *     rewritten
 * @param rateLimit of each client
 * @param opening by what right others see the dashboard; null where nobody else does
 * @param identityProvider by which people log in, beside passwords; null for none
 */
public record DashboardSettings(
    String host,
    int port,
    Path auditLog,
    RateLimit rateLimit,
    @Nullable Opening opening,
    @Nullable OidcSettings identityProvider) {
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** For the person at this computer alone, with the usual limits. */
  public DashboardSettings(String host, int port, Path auditLog) {
    this(host, port, auditLog, RateLimit.USUAL, null, null);
  }

  public DashboardSettings with(RateLimit limit) {
    return new DashboardSettings(host, port, auditLog, limit, opening, identityProvider);
  }

  public DashboardSettings with(@Nullable Opening declared, @Nullable OidcSettings provider) {
    return new DashboardSettings(host, port, auditLog, rateLimit, declared, provider);
  }
}
