// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.rule.RuleCheck;
import org.marsad.dashboards.http.InvalidBodyException;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.model.Filters;

/**
 * A rule as somebody sends it.
 *
 * @param names by language (ar, fr, en)
 * @param filters absent for all documents
 * @param cadence {@link Cadence#INSTANT} where it is absent
 * @param enabled as it was where it is absent; a new one is
 */
record RuleBody(
    Map<String, String> names,
    @Nullable FilterBody filters,
    Granularity granularity,
    @Nullable Cadence cadence,
    @Nullable Boolean enabled) {

  /** What the rule counts; see {@link Filters}. */
  record FilterBody(
      @Nullable String text,
      @Nullable List<String> sources,
      @Nullable List<String> languages,
      @Nullable List<String> stances,
      @Nullable List<String> targets,
      @Nullable List<String> kinds,
      @Nullable List<String> frames,
      @Nullable List<String> places,
      @Nullable Integer leastIntensity,
      @Nullable Boolean relevant,
      @Nullable Boolean synonyms) {}

  /**
   * @param enabled unless the body says otherwise
   * @throws InvalidBodyException with all faults
   */
  static AlertRule read(JsonBody body, String id, boolean enabled) {
    AlertRule rule =
        new AlertRule(
            id,
            body.textByName("names"),
            filters(body.object("filters", FilterBody.class)),
            body.required("granularity", Granularity.class),
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
        : Filters.NONE.toBuilder()
            .text(body.text("text"))
            .sources(body.texts("sources"))
            .languages(body.texts("languages"))
            .stances(body.texts("stances"))
            .targets(body.texts("targets"))
            .kinds(body.texts("kinds"))
            .frames(body.texts("frames"))
            .places(body.texts("places"))
            .leastIntensity(body.number("leastIntensity"))
            .relevant(body.flag("relevant"))
            .synonyms(body.flag("synonyms"))
            .build();
  }
}
