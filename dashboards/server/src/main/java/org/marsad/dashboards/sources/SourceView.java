// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;

/**
 * A feed with what the catalogue knows of its outlet.
 *
 * @param languages of the outlet, as the catalogue codes them; none of a network
 * @param page where people read what the feed tells of; null where that is not known
 */
record SourceView(
    @JsonUnwrapped SourceHealth health, List<String> languages, @Nullable String page) {

  private static final Set<String> NETWORKS =
      Set.of("BLUESKY", "MASTODON", "TELEGRAM", "REDDIT", "YOUTUBE", "X");

  static SourceView of(SourceHealth health, Outlets outlets) {
    return new SourceView(
        health,
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
