// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.Decision.Outcome;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.rule.AlertRule;

class IncidentLifeTest {
  private static final Instant FIRST = Instant.parse("2026-11-27T10:00:00Z");
  private static final String ID = "r-20261127T100000Z";

  /**
   * A judged bucket from its notation: {@code A40/3} is an alarm of 40 documents and severity 3,
   * {@code c5} calm with 5, {@code w5} neither calm nor an alarm, {@code m50} chance among many,
   * {@code n} no data, {@code f} a fault, {@code l} learning without a p.
   */
  private static JudgedRule bucket(Granularity granularity, int number, String notation) {
    AlertRule rule = CountedSeries.rule("r", granularity);
    Instant start = FIRST.plus(granularity.unit().getDuration().multipliedBy(number));
    Round round =
        new Round(granularity, start, start.plus(granularity.unit().getDuration()), false);
    String[] parts = notation.substring(1).split("/");
    Long count = parts[0].isEmpty() ? null : Long.valueOf(parts[0]);
    int severity = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return switch (notation.charAt(0)) {
      case 'A' -> judged(rule, round, Outcome.ALARM, count, 1e-6, severity);
      case 'c' -> judged(rule, round, Outcome.CALM, count, 0.5, 0);
      case 'w' -> judged(rule, round, Outcome.CALM, count, 0.03, 0);
      case 'm' -> judged(rule, round, Outcome.CHANCE_AMONG_MANY, count, 0.001, 0);
      case 'l' -> judged(rule, round, Outcome.LEARNING, count, null, 0);
      case 'f' -> judged(rule, round, Outcome.FAULT, null, null, 0);
      default -> judged(rule, round, Outcome.NO_DATA, null, null, 0);
    };
  }

  private static JudgedRule judged(
      AlertRule rule,
      Round round,
      Outcome outcome,
      @Nullable Long count,
      @Nullable Double p,
      int severity) {
    return new JudgedRule(
        rule,
        round,
        new Decision(
            rule.id(),
            round.granularity(),
            round.start(),
            outcome,
            count,
            null,
            count == null ? null : 4.0,
            12L,
            p,
            "volume up",
            severity,
            null,
            null,
            Instant.EPOCH),
        List.of(new HistoryPoint(round.start(), count)));
  }

  private static List<IncidentLife.Outcome> live(Granularity granularity, String buckets) {
    List<IncidentLife.Outcome> outcomes = new ArrayList<>();
    OpenIncident state = OpenIncident.NONE;
    for (String notation : buckets.split(" ")) {
      IncidentLife.Outcome outcome =
          IncidentLife.next(state, bucket(granularity, outcomes.size(), notation));
      outcomes.add(outcome);
      state = outcome.state();
    }
    return outcomes;
  }

  /** O, U or R for each bucket of which people hear, a hyphen for each other. */
  private static String told(List<IncidentLife.Outcome> outcomes) {
    StringBuilder told = new StringBuilder();
    for (IncidentLife.Outcome outcome : outcomes) {
      told.append(outcome.step() == null ? '-' : outcome.step().kind().name().charAt(0));
    }
    return told.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing without an alarm, c5 w9 m50 n f l3, ------",
    "three calm days in a row end it, A40 c5 c5 c5 c5, O--R-",
    "a wavering day starts the row anew, A40 c5 c5 w9 c5 c5 c5, O-----R",
    "so does chance among many, A40 c5 c5 m20 c5 c5 c5, O-----R",
    "no data and faults neither calm nor excite, A40 c5 n f c5 l3 c5, O-----R",
    "an alarm that goes on is told once a day, A40 A41 A42, OUU",
    "an alarm within is no new incident, A40 c5 c5 A40 c5 c5 c5, O--U--R",
    "a day without an alarm is not told, A40 w30 m30, O--",
    "after the end there may be another, A40 c5 c5 c5 A40, O--RO"
  })
  void days(String name, String buckets, String told) {
    assertThat(told(live(Granularity.DAY, buckets))).as(name).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "within a day more of the same is not told, A40 A50 A79, O--",
    "twice as much is told at once, A40 A80 A159 A160, OU-U",
    "what doubled is the largest hour since it was told, A40 A60 A79 A81, O--U",
    "a degree more severe is told at once, A40/2 A30/2 A30/3 A30/1 A30/3 A30/5, O-U--U",
    "much without an alarm is not told, A40 w90 m90, O--"
  })
  void hours(String name, String buckets, String told) {
    assertThat(told(live(Granularity.HOUR, buckets))).as(name).isEqualTo(told);
  }

  @Test
  void anHourlyAlarmThatGoesOnIsToldOnceInADay() {
    String fourDays = "A40 ".repeat(96).strip();

    List<IncidentLife.Outcome> outcomes = live(Granularity.HOUR, fourDays);

    assertThat(IntStream.range(0, 96).filter(hour -> outcomes.get(hour).step() != null))
        .containsExactly(0, 24, 48, 72);
  }

  @Test
  void stepsTellTheIncidentSoFar() {
    List<IncidentLife.Outcome> outcomes = live(Granularity.DAY, "c5 A40/2 n A90/1 c6 c5 c5");

    List<IncidentStep> steps =
        outcomes.stream().flatMap(outcome -> Stream.ofNullable(outcome.step())).toList();
    Duration day = Duration.ofDays(1);
    Instant from = FIRST.plus(day);
    assertThat(steps).extracting(IncidentStep::number).containsExactly(1, 2, 3);
    assertThat(steps).extracting(IncidentStep::incidentId).containsOnly("r-20261128T100000Z");
    assertThat(steps).extracting(IncidentStep::from).containsOnly(from);
    assertThat(steps)
        .extracting(IncidentStep::to)
        .containsExactly(
            from.plus(day), from.plus(day.multipliedBy(3)), FIRST.plus(day.multipliedBy(7)));
    assertThat(steps).extracting(IncidentStep::observed).containsExactly(40L, 130L, 146L);
    assertThat(steps).extracting(IncidentStep::expected).containsExactly(4.0, 8.0, 20.0);
    assertThat(steps).extracting(IncidentStep::peak).containsExactly(40L, 90L, 90L);
    assertThat(steps).extracting(IncidentStep::severity).containsOnly(2);
    assertThat(steps.get(2).kind()).isEqualTo(Kind.RESOLVED);
    assertThat(steps.get(2).p()).isEqualTo(0.5);
    assertThat(steps.get(2).upper()).isEqualTo(12);
    assertThat(steps.get(2).explanation()).isNull();
    assertThat(steps.get(2).history())
        .containsExactly(new HistoryPoint(FIRST.plus(day.multipliedBy(6)), 5L));
    assertThat(steps.get(0).rule()).isEqualTo(CountedSeries.rule("r", Granularity.DAY));
  }

  @Test
  void decisionsNameTheIncidentOfTheirBucket() {
    assertThat(live(Granularity.DAY, "A40 n f c5 c5 c5 c5"))
        .extracting(outcome -> outcome.decision().incidentId())
        .containsExactly(ID, ID, ID, ID, ID, ID, null);
  }

  @Test
  void aReplayChangesAndTellsNothing() {
    OpenIncident before = live(Granularity.DAY, "c5 A40 c5 A90").get(3).state();
    OpenIncident resolved = live(Granularity.DAY, "A40 c5 c5 c5").get(3).state();

    for (int number = 0; number < 4; number++) {
      JudgedRule again = bucket(Granularity.DAY, number, "A500/5");
      assertThat(IncidentLife.next(before, again).state()).isEqualTo(before);
      assertThat(IncidentLife.next(before, again).step()).isNull();
      assertThat(IncidentLife.next(resolved, again).state()).isEqualTo(resolved);
      assertThat(IncidentLife.next(resolved, again).step()).isNull();
    }
    assertThat(IncidentLife.next(before, bucket(Granularity.DAY, 4, "A500/5")).step()).isNotNull();
  }

  @Test
  void whatIsFoundAfterAnAbsenceIsOldNewsAndAMutedRuleKeepsItsState() {
    JudgedRule alarm = bucket(Granularity.HOUR, 0, "A40/2");
    Round late = new Round(Granularity.HOUR, FIRST, alarm.round().end(), true);
    AlertRule muted = alarm.rule().mutedUntil(FIRST.plus(Duration.ofDays(9)));

    IncidentLife.Outcome outcome =
        IncidentLife.next(
            OpenIncident.NONE, new JudgedRule(muted, late, alarm.decision(), alarm.history()));

    assertThat(outcome.step()).isNotNull();
    assertThat(outcome.step().catchUp()).isTrue();
    assertThat(outcome.step().rule()).isEqualTo(muted);
    assertThat(outcome.state()).isEqualTo(IncidentLife.next(OpenIncident.NONE, alarm).state());
  }
}
