// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.util.List;

/**
 * What the configuration says of a network.
 *
 * @param enabled whether anything is asked of it
 * @param streams also of a network that is not enabled
 */
public record FollowedNetwork(Network network, boolean enabled, List<OutletFeed> streams) {
  public FollowedNetwork {
    streams = List.copyOf(streams);
  }
}
