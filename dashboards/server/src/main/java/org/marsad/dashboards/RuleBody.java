// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.rule.RuleCheck;
import org.marsad.model.Filters;

/** A rule as somebody sends it: names, filters, granularity, cadence and whether it is enabled. */
final class RuleBody {
  private static final Set<String> KEYS =
      Set.of("names", "filters", "granularity", "cadence", "enabled");
  private static final Set<String> FILTER_KEYS =
      Set.of(
          "text",
          "sources",
          "languages",
          "stances",
          "targets",
          "kinds",
          "frames",
          "places",
          "leastIntensity",
          "relevant");

  private RuleBody() {}

  /**
   * @param enabled unless the body says otherwise
   * @throws InvalidBodyException with all faults
   */
  static AlertRule read(Context context, String id, boolean enabled) {
    JsonBody body = JsonBody.of(context, KEYS);
    if (!body.has("granularity")) {
      body.fault("granularity", "is missing");
    }
    AlertRule rule =
        new AlertRule(
            id,
            body.textByName("names"),
            filters(body.object("filters", FILTER_KEYS)),
            Objects.requireNonNullElse(
                body.oneOf("granularity", Granularity.class), Granularity.DAY),
            Objects.requireNonNullElse(body.oneOf("cadence", Cadence.class), Cadence.INSTANT),
            Objects.requireNonNullElse(body.flag("enabled"), enabled),
            AlertRule.Origin.USER,
            null);
    body.check();
    List<String> faults = RuleCheck.faults(rule);
    if (!faults.isEmpty()) {
      throw new InvalidBodyException(faults);
    }
    return rule;
  }

  private static Filters filters(@Nullable JsonBody body) {
    return body == null
        ? Filters.NONE
        : new Filters(
            body.text("text"),
            null,
            null,
            body.texts("sources"),
            body.texts("languages"),
            body.texts("stances"),
            body.texts("targets"),
            body.texts("kinds"),
            body.texts("frames"),
            body.texts("places"),
            body.number("leastIntensity"),
            body.flag("relevant"));
  }
}
