// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.marsad.dashboards.accounts.Accounts;
import org.marsad.dashboards.http.DashboardStartException;

/** Who can reach the server, which must not be more than may. */
final class Reach {
  private Reach() {}

  /**
   * @throws DashboardStartException if others could see the dashboards without the record that the
   *     law asks for, or without anybody who can say who they are
   */
  static void check(DashboardSettings settings, Accounts accounts) {
    if (settings.opening() == null) {
      requireLoopback(settings.host());
    } else if (!accounts.hasAdministrator()) {
      throw new DashboardStartException(
          "Others may see the dashboard only by accounts, and there is no administrator who could"
              + " make them: ./marsad accounts add NAME --role admin makes one. Until then, leave"
              + " dashboard.public-address out of marsad.yaml and dashboard.host at 127.0.0.1.",
          null);
    }
  }

  private static void requireLoopback(String host) {
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
            + ", as long as nothing is on record that allows more. What it shows reveals opinions"
            + " and racial origin: Morocco's Law 09-08 asks for prior authorisation by the CNDP,"
            + " the GDPR for a legal basis. Write dashboard.legal-basis, dashboard.retention-days"
            + " and dashboard.public-address into marsad.yaml. To reach the dashboard from another"
            + " computer of yours alone, forward the port over SSH.",
        null);
  }
}
