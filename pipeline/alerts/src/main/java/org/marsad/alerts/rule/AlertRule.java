// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Filters;

/**
 * A saved query that is watched for rises.
 *
 * @param id unique; a-z, 0-9 and hyphens
 * @param names by interface language (ar, fr, en); at least one
 * @param filters what is counted; without days
 * @param granularity which closed buckets are judged
 * @param cadence how soon its subscribers hear, unless they chose otherwise
 * @param enabled whether it is judged at all
 * @param origin a file's rule is what the file says, and cannot be changed elsewhere
 * @param mutedUntil until then it is judged and logged, but nobody is told; null where it is not
 *     muted
 */
public record AlertRule(
    String id,
    Map<String, String> names,
    Filters filters,
    Granularity granularity,
    Cadence cadence,
    boolean enabled,
    Origin origin,
    @Nullable Instant mutedUntil) {

  /** Who made a rule. */
  public enum Origin {
    /** The operator's file of rules. */
    FILE,
    /** Somebody, by the command line or the API. */
    USER
  }

  public AlertRule {
    names = Map.copyOf(names);
  }

  /** The name in a language, else in English, else in any, else the id. */
  public String name(String language) {
    String any = names.values().stream().sorted().findFirst().orElse(id);
    return names.getOrDefault(language, names.getOrDefault("en", any));
  }

  public boolean isMuted(Instant now) {
    return mutedUntil != null && now.isBefore(mutedUntil);
  }

  public AlertRule from(Origin other) {
    return new AlertRule(id, names, filters, granularity, cadence, enabled, other, mutedUntil);
  }

  public AlertRule mutedUntil(@Nullable Instant until) {
    return new AlertRule(id, names, filters, granularity, cadence, enabled, origin, until);
  }
}
