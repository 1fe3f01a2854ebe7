// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.nio.file.Path;
import org.marsad.dashboards.http.RateLimit;

/**
 * @param host a loopback address or "localhost"
 * @param port 0 for any that is free
 * @param auditLog where deliberate acts are recorded, one JSON object a line; appended to, never
 *     rewritten
 * @param rateLimit of each client
 */
public record DashboardSettings(String host, int port, Path auditLog, RateLimit rateLimit) {
  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  /** With the usual limits. */
  public DashboardSettings(String host, int port, Path auditLog) {
    this(host, port, auditLog, RateLimit.USUAL);
  }
}
