// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.index.benchmark.ManyDocuments;
import org.marsad.model.Filters;

/**
 * Rules to measure with: every combination of a word, an outlet, a stance, a target and a frame.
 */
final class GeneratedRules {
  private static final List<String> WORDS =
      List.of("مهاجرين", "migrants", "ville", "حي", "travail", "school", "barrio", "البحر");

  private GeneratedRules() {}

  /** As many, all different, of an hour each. */
  static List<AlertRule> of(int count) {
    List<AlertRule> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      // Mixed radix: each part turns at its own pace, so that no combination comes twice soon.
      int rest = i;
      Stance stance = Stance.values()[rest % Stance.values().length];
      rest /= Stance.values().length;
      Target target = Target.values()[rest % Target.values().length];
      rest /= Target.values().length;
      String outlet = "outlet-" + rest % ManyDocuments.SOURCES;
      boolean hasWord = i % 3 == 0;
      boolean hasFrame = i % 5 == 0;
      rules.add(
          new AlertRule(
              "made-" + i,
              Map.of("en", "Made rule " + i),
              Filters.NONE.toBuilder()
                  .text(hasWord ? WORDS.get(i / 3 % WORDS.size()) : null)
                  .sources(i % 2 == 0 ? List.of(outlet) : List.of())
                  .stances(List.of(stance.name()))
                  .targets(List.of(target.name()))
                  .frames(
                      hasFrame
                          ? List.of(Frame.values()[i / 5 % Frame.values().length].name())
                          : List.of())
                  .leastIntensity(i % 7 == 0 ? 3 : null)
                  .relevant(true)
                  .build(),
              Granularity.HOUR,
              Cadence.INSTANT,
              true,
              AlertRule.Origin.USER,
              null));
    }
    return rules;
  }
}
