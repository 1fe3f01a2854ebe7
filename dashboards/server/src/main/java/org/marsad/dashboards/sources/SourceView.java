// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.FollowedFeed;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;

/**
 * A feed with what the catalogue knows of its outlet.
 *
 * @param withheld whether what it brings is left out and counted as 0, since fewer than five people
 *     write it
 * @param languages of the outlet, as the catalogue codes them; none of a network
 * @param page where people read what the feed tells of; null where that is not known
 */
record SourceView(
    @JsonUnwrapped SourceHealth health,
    boolean withheld,
    List<String> languages,
    @Nullable String page) {

  private static final Set<String> NETWORKS =
      Set.of("BLUESKY", "MASTODON", "TELEGRAM", "REDDIT", "YOUTUBE", "X");

  static SourceView of(FollowedFeed followed, Outlets outlets) {
    SourceHealth health = followed.health();
    return new SourceView(
        health,
        followed.withheld(),
        outlets.languages(health.outletId()),
        page(health, outlets.home(health.outletId())));
  }

  /** Of a network, the address that its health tells is one for people already. */
  static @Nullable String page(SourceHealth health, @Nullable String home) {
    SourceActivity activity = health.activity();
    boolean ofNetwork = activity != null && NETWORKS.contains(activity.form());
    return home == null && ofNetwork ? health.url() : home;
  }
}
