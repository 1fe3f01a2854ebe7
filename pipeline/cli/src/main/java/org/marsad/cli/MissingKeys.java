// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.List;
import org.marsad.sources.catalogue.FollowedNetwork;
import org.marsad.sources.catalogue.NetworkCatalogue;
import org.marsad.sources.network.Keys;

/** Which keys the enabled networks lack. */
final class MissingKeys {
  private MissingKeys() {}

  /** A warning for each; the networks that lack none are read nevertheless. */
  static List<String> of(NetworkCatalogue networks, Keys keys) {
    return networks.networks().stream()
        .filter(FollowedNetwork::enabled)
        .flatMap(
            followed ->
                followed.network().keys().stream()
                    .filter(key -> keys.find(key) == null)
                    .map(
                        key ->
                            followed.network().title()
                                + " is enabled and lacks a key: "
                                + Keys.remedy(key)
                                + "."))
        .toList();
  }

  static void warn(NetworkCatalogue networks) {
    for (String warning : of(networks, Keys.ofEnvironment())) {
      Terminal.err().println("marsad: warning: " + warning);
    }
  }
}
