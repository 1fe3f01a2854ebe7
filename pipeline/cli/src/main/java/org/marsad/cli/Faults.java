// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import org.marsad.alerts.rule.RuleException;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.index.EmbeddedNodeException;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.job.settings.SettingsException;
import org.marsad.model.SecretException;
import org.marsad.sources.catalogue.CatalogueException;

/** Tells the faults that the user can mend, whose message says how, from defects. */
final class Faults {
  private Faults() {}

  static boolean isMendable(Throwable fault) {
    return fault instanceof Remedy
        || fault instanceof SettingsException
        || fault instanceof RuleException
        || fault instanceof CatalogueException
        || fault instanceof EmbeddedNodeException
        || fault instanceof IndexUnavailableException
        || fault instanceof IndexRefusedException
        || fault instanceof SecretException
        || fault instanceof DashboardStartException;
  }
}
