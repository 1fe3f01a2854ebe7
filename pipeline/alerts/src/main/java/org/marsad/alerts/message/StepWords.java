// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;

/** Says in a language what a step says in figures. */
final class StepWords {
  /** Below it, "so many times as many" means nothing. */
  private static final double LEAST_EXPECTED = 0.05;

  /** A subject has to say more than the rule's name. */
  private static final int MOST_OF_RULE = 50;

  private final Catalogue words;
  private final Dates dates;
  private final Figures figures;

  StepWords(Catalogue words) {
    this.words = words;
    this.dates = new Dates(words);
    this.figures = new Figures(words);
  }

  /** The rule's name; "any rule" for an escalation, which belongs to none. */
  String rule(IncidentStep step) {
    AlertRule rule = step.rule();
    return rule == null ? words.text("rule.none") : Foreign.name(rule.name(words.language()));
  }

  /** What happened, in one line. */
  String headline(IncidentStep step) {
    Map<String, Object> values = numbers(step);
    values.put("rule", inSentence(Foreign.cut(rule(step), MOST_OF_RULE)));
    values.put("duration", duration(step));
    return words.text("subject." + step.kind(), values);
  }

  String what(IncidentStep step) {
    return words.text("what." + step.kind());
  }

  /** "42 documents where 11 were expected", and the upper limit if the step is of one bucket. */
  String numbersOf(IncidentStep step) {
    Map<String, Object> values = numbers(step);
    if (step.upper() == null || length(step) > 1) {
      return words.text("numbers", values);
    }
    values.put("upper", step.upper());
    return words.text("numbers.upper", values);
  }

  /** The upper limit of the latest bucket, where the step is of several. */
  Optional<String> latest(IncidentStep step) {
    return step.upper() == null || length(step) <= 1
        ? Optional.empty()
        : Optional.of(
            words.text(
                "numbers.latest." + granularity(step),
                Map.of("upper", step.upper(), "peak", step.peak())));
  }

  String ratio(IncidentStep step) {
    return step.expected() < LEAST_EXPECTED
        ? words.text("ratio.none")
        : words.text("ratio", Map.of("ratio", figures.decimal(step.observed() / step.expected())));
  }

  /** Why the detector fired; empty for a reason that is not one of its own. */
  Optional<String> reason(IncidentStep step) {
    boolean volume = step.reason().contains("volume up");
    boolean share = step.reason().contains("share up");
    if (volume && share) {
      return Optional.of(words.text("reason.both"));
    }
    if (volume) {
      return Optional.of(words.text("reason.volume"));
    }
    return share ? Optional.of(words.text("reason.share")) : Optional.empty();
  }

  Optional<String> chance(IncidentStep step) {
    return Optional.ofNullable(step.p())
        .map(p -> words.text("p", Map.of("p", inSentence(figures.probability(p)))));
  }

  /** When it was; of a resolved step, as long as it lasted. */
  String when(IncidentStep step) {
    return dates.range(granularity(step), step.from(), step.to());
  }

  String duration(IncidentStep step) {
    return words.text("duration." + granularity(step), Map.of("count", length(step)));
  }

  static Granularity granularity(IncidentStep step) {
    return Objects.requireNonNullElse(step.granularity(), Granularity.HOUR);
  }

  /** How many buckets; days are rounded, since a change of the clock makes one shorter. */
  private static long length(IncidentStep step) {
    Duration bucket = granularity(step).unit().getDuration();
    return Math.round(
        (double) Duration.between(step.from(), step.to()).toMinutes() / bucket.toMinutes());
  }

  private Map<String, Object> numbers(IncidentStep step) {
    Map<String, Object> values = new HashMap<>();
    values.put("documents", words.text("documents", Map.of("count", step.observed())));
    values.put("expected", Figures.rounded(step.expected()));
    return values;
  }

  private String inSentence(String foreign) {
    return Isolation.within(words.rightToLeft(), foreign);
  }
}
