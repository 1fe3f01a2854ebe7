// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.List;
import org.marsad.dashboards.KnownOutlet;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.Outlet;
import org.marsad.sources.catalogue.OutletStatus;

/** The catalogue in the dashboard's terms. */
final class KnownOutlets {
  private KnownOutlets() {}

  static List<KnownOutlet> of(Catalogue catalogue) {
    return catalogue.outlets().stream().map(KnownOutlets::of).toList();
  }

  private static KnownOutlet of(Outlet outlet) {
    return new KnownOutlet(
        outlet.id(),
        outlet.name(),
        outlet.fictional(),
        outlet.status() == OutletStatus.REFUSED,
        outlet.refusals().stream()
            .map(one -> new KnownOutlet.Refusal(one.url().toString(), one.since(), one.answer()))
            .toList());
  }
}
