// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.Decision.Outcome;
import org.marsad.alerts.rule.AlertRule;

class RoundJudgeTest {
  private static final Instant DAY = CountedSeries.day("2026-11-26");
  private static final Round ROUND = CountedSeries.round(Granularity.DAY, DAY);
  private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");
  private static final AlertRule RULE = CountedSeries.rule("a", Granularity.DAY);

  private static List<JudgedRule> judge(CountSource source, List<AlertRule> rules) {
    return new RoundJudge(source, Clock.fixed(NOW, ZoneOffset.UTC)).judge(ROUND, rules);
  }

  private static Function<Instant, BucketCounts> quiet(SplittableRandom random) {
    SplittableRandom own = random.split();
    DiscreteDistribution.Sampler documents =
        PoissonDistribution.of(20).createSampler(own::nextLong);
    Map<Instant, BucketCounts> drawn = new HashMap<>();
    return start ->
        drawn.computeIfAbsent(start, at -> new BucketCounts(at, documents.sample(), 200, 1000));
  }

  private static Function<Instant, BucketCounts> rising(
      Function<Instant, BucketCounts> usual, long last) {
    return start ->
        start.equals(DAY) ? new BucketCounts(start, last, 10 * last, 1000) : usual.apply(start);
  }

  private static List<AlertRule> rules(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> CountedSeries.rule("rule-" + i, Granularity.DAY))
        .toList();
  }

  private static List<Outcome> outcomes(List<JudgedRule> judged) {
    return judged.stream().map(rule -> rule.decision().outcome()).toList();
  }

  @Test
  void amongAThousandRulesChanceIsNoAlarmAndARealRiseIs() {
    SplittableRandom random = new SplittableRandom(5);
    CountedSeries source = new CountedSeries();
    List<AlertRule> rules = rules(1000);
    rules.forEach(rule -> source.with(rule, quiet(random)));

    List<Outcome> quiet = outcomes(judge(source, rules));
    assertThat(quiet).hasSize(1000).doesNotContain(Outcome.ALARM, Outcome.FAULT, Outcome.NO_DATA);
    assertThat(quiet).as("surprises by themselves").contains(Outcome.CHANCE_AMONG_MANY);

    source.with(rules.get(500), rising(quiet(random), 60));
    assertThat(judge(source, rules))
        .filteredOn(judged -> judged.decision().outcome() == Outcome.ALARM)
        .singleElement()
        .satisfies(judged -> assertThat(judged.rule()).isEqualTo(rules.get(500)));
  }

  @Test
  void anAlarmSaysWhatWasSeenAndWhatWasExpected() {
    CountedSeries source =
        new CountedSeries()
            .with(RULE, rising(start -> new BucketCounts(start, 20, 200, 1000), 80))
            .withIntensities(10, 40, 20, 10, 0, 0);

    JudgedRule judged = judge(source, List.of(RULE)).get(0);

    Decision decision = judged.decision();
    assertThat(decision.outcome()).isEqualTo(Outcome.ALARM);
    assertThat(decision.bucket()).isEqualTo(DAY);
    assertThat(decision.count()).isEqualTo(80);
    assertThat(decision.total()).isEqualTo(800);
    assertThat(decision.expected()).isBetween(19.0, 21.0);
    assertThat(decision.upper()).isBetween(21L, 60L);
    assertThat(decision.p()).isLessThan(0.0075);
    assertThat(decision.reason()).isEqualTo("volume up");
    assertThat(decision.severity()).isEqualTo(3);
    assertThat(decision.incidentId()).isNull();
    assertThat(decision.fault()).isNull();
    assertThat(decision.decidedAt()).isEqualTo(NOW);
    assertThat(judged.round()).isEqualTo(ROUND);
    assertThat(judged.history()).hasSize(60);
    assertThat(judged.history().get(59)).isEqualTo(new IncidentStep.HistoryPoint(DAY, 80L));
    assertThat(judged.history().get(58).count()).isEqualTo(20);
  }

  /** Eighty documents of the day, of which few people wrote all that are more than usual. */
  @Test
  void aRiseOfFewPeopleIsNone() {
    CountedSeries source =
        new CountedSeries()
            .with(
                RULE,
                start ->
                    start.equals(DAY)
                        ? new BucketCounts(start, 80, 800, 1000, 20, 740)
                        : new BucketCounts(start, 20, 200, 1000));

    JudgedRule judged = judge(source, List.of(RULE)).get(0);

    assertThat(judged.decision().outcome()).isEqualTo(Outcome.CALM);
    assertThat(judged.decision().count()).isEqualTo(20);
    assertThat(judged.decision().total()).isEqualTo(740);
    assertThat(judged.history().get(59)).isEqualTo(new IncidentStep.HistoryPoint(DAY, 20L, true));
  }

  /** Else every day on which a fifth person writes would be a rise. */
  @Test
  void thePastOfFewPeopleIsStillAPast() {
    CountedSeries source =
        new CountedSeries()
            .with(
                RULE,
                start ->
                    start.equals(DAY)
                        ? new BucketCounts(start, 20, 200, 1000)
                        : new BucketCounts(start, 20, 200, 1000, 0, 0));

    JudgedRule judged = judge(source, List.of(RULE)).get(0);

    assertThat(judged.decision().outcome()).isEqualTo(Outcome.CALM);
    assertThat(judged.history().get(58))
        .as("what is withheld is no quiet")
        .extracting(IncidentStep.HistoryPoint::count, IncidentStep.HistoryPoint::withheld)
        .containsExactly(null, true);
  }

  @Test
  void aRuleThatCannotBeCountedOrJudgedSpoilsNoOther() {
    AlertRule faulty = CountedSeries.rule("faulty", Granularity.DAY);
    AlertRule odd = CountedSeries.rule("odd", Granularity.DAY);
    CountedSeries source =
        new CountedSeries()
            .withFault(faulty, "the text cannot be parsed")
            .with(odd, start -> new BucketCounts(start, -1, 0, 10))
            .with(RULE, rising(start -> new BucketCounts(start, 20, 200, 1000), 80));

    List<JudgedRule> judged = judge(source, List.of(faulty, odd, RULE));

    assertThat(outcomes(judged)).containsExactly(Outcome.FAULT, Outcome.FAULT, Outcome.ALARM);
    assertThat(judged.get(0).decision().fault()).isEqualTo("the text cannot be parsed");
    assertThat(judged.get(1).decision().fault()).contains("could not be judged").contains("-1");
  }

  @Test
  void anAlarmOfUnknownSeverityIsStillAnAlarm() {
    CountedSeries source =
        new CountedSeries()
            .with(RULE, rising(start -> new BucketCounts(start, 20, 200, 1000), 80))
            .withIntensities();

    Decision decision = judge(source, List.of(RULE)).get(0).decision();

    assertThat(decision.outcome()).isEqualTo(Outcome.ALARM);
    assertThat(decision.severity()).isZero();
  }

  @Test
  void silentSourcesAreNoData() {
    CountedSeries source =
        new CountedSeries()
            .with(
                RULE,
                start ->
                    start.equals(DAY)
                        ? new BucketCounts(start, 0, 0, 0)
                        : new BucketCounts(start, 20, 200, 1000));

    JudgedRule judged = judge(source, List.of(RULE)).get(0);

    assertThat(judged.decision().outcome()).isEqualTo(Outcome.NO_DATA);
    assertThat(judged.decision().count()).isNull();
    assertThat(judged.decision().p()).isNull();
    assertThat(judged.decision().reason()).isEqualTo("no data");
    assertThat(judged.history().get(59).count()).isNull();
  }

  @Test
  void aRuleWithoutAPastIsLearned() {
    CountedSeries source =
        new CountedSeries()
            .with(
                RULE,
                start ->
                    start.isBefore(CountedSeries.day("2026-11-24"))
                        ? new BucketCounts(start, 0, 0, 0)
                        : new BucketCounts(start, 20, 200, 1000));

    Decision decision = judge(source, List.of(RULE)).get(0).decision();

    assertThat(decision.outcome()).isEqualTo(Outcome.LEARNING);
    assertThat(decision.count()).isEqualTo(20);
    assertThat(decision.p()).isNull();
  }

  @Test
  void onlyEnabledRulesOfTheGranularityAreJudged() {
    AlertRule hourly = CountedSeries.rule("hourly", Granularity.HOUR);
    AlertRule disabled =
        new AlertRule(
            "disabled",
            RULE.names(),
            RULE.filters(),
            RULE.granularity(),
            RULE.cadence(),
            false,
            RULE.origin(),
            null);
    CountedSeries source =
        new CountedSeries().with(RULE, start -> new BucketCounts(start, 20, 200, 1000));

    assertThat(judge(source, List.of(hourly, disabled, RULE)))
        .extracting(JudgedRule::rule)
        .containsExactly(RULE);
    assertThat(judge(source, List.of(hourly))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 0 0 0 0, 0",
    "9 0 0 0 0 1, 0",
    "0 9 0 0 0 1, 1",
    "0 0 0 0 0 2, 5",
    "0 0 1 0 1 0, 2",
    "27 0 0 0 0 3, 5",
    "28 0 0 0 0 3, 0",
    "80 0 0 6 0 4, 3"
  })
  void severityIsWhatEnoughDocumentsReach(String documents, int severity) {
    long[] counts = Stream.of(documents.split(" ")).mapToLong(Long::parseLong).toArray();

    assertThat(Severity.of(counts)).isEqualTo(severity);
  }
}
