// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.sources.catalogue.Network;
import org.marsad.sources.catalogue.Outlet;
import org.marsad.sources.catalogue.OutletStatus;

/** The outlets and networks in the dashboard's terms. */
final class KnownOutlets {
  private KnownOutlets() {}

  /** Networks that are not enabled as well: the index may hold posts from when they were. */
  static List<KnownOutlet> of(Configuration configuration) {
    return Stream.concat(
            configuration.catalogue().outlets().stream().map(KnownOutlets::of),
            Arrays.stream(Network.values()).map(KnownOutlets::of))
        .toList();
  }

  private static KnownOutlet of(Network network) {
    return new KnownOutlet(network.id(), network.title(), false, false, List.of(), null, List.of());
  }

  private static KnownOutlet of(Outlet outlet) {
    return new KnownOutlet(
        outlet.id(),
        outlet.name(),
        outlet.fictional(),
        outlet.status() == OutletStatus.REFUSED,
        outlet.languages(),
        outlet.home().toString(),
        outlet.refusals().stream()
            .map(one -> new KnownOutlet.Refusal(one.url().toString(), one.since(), one.answer()))
            .toList());
  }
}
