// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceHealth;

/**
 * A feed with what the catalogue knows of its outlet.
 *
 * @param languages of the outlet, as the catalogue codes them; none of a network
 * @param page where people read what the feed tells of; null where that is not known
 */
record SourceView(
    @JsonUnwrapped SourceHealth health, List<String> languages, @Nullable String page) {

  static SourceView of(SourceHealth health, Outlets outlets) {
    String home = outlets.home(health.outletId());
    return new SourceView(
        health, outlets.languages(health.outletId()), home == null ? PublicPage.of(health) : home);
  }
}
