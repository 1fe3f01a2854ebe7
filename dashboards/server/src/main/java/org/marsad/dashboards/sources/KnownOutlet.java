// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of an outlet.
 *
 * @param id as documents name their source
 * @param fictional made up for a demonstration, with all that it publishes
 * @param isRefusing it wants no robot such as ours, so that nothing of it is polled
 * @param languages that it publishes in, as the catalogue codes them; none of a network
 * @param home its first page; null of a network
 * @param refusals addresses that are left alone since they refused us
 */
public record KnownOutlet(
    String id,
    String name,
    boolean fictional,
    boolean isRefusing,
    List<String> languages,
    @Nullable String home,
    List<Refusal> refusals) {

  public KnownOutlet {
    languages = List.copyOf(languages);
    refusals = List.copyOf(refusals);
  }

  /**
   * @param since when it was seen; null where that is not known
   * @param answer how it refused, for example {@code HTTP 403}
   */
  public record Refusal(String url, @Nullable LocalDate since, String answer) {}
}
