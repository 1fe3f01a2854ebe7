// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.model.Morocco;

/**
 * Whether a rule would have fired in the past year: replays it bucket by bucket as the job would,
 * with what was published up to each. Two things differ, so that a preview may show a little more
 * than would have been told: the rule is judged as if it were the only one (no Benjamini-Hochberg
 * among many), and severity, which costs a query for each alarm, is not asked for.
 */
public final class Preview {
  private static final int DAYS = 366;
  private static final double DAYS_OF_MONTH = 30;

  private final CountSource source;
  private final Clock clock;

  /**
   * @param clock tells where the past year ends
   */
  public Preview(CountSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * An incident that there would have been.
   *
   * @param from start of its first bucket
   * @param to end of its last bucket, exclusive; of one that is still open, the end of the year
   * @param peak the largest count of a bucket
   * @param observed documents of its buckets
   * @param expected of them
   * @param reason for which it opened, such as "volume up"
   */
  public record Fired(
      Instant from, Instant to, long peak, long observed, double expected, String reason) {}

  /**
   * What would have happened.
   *
   * @param incidents oldest first
   * @param expectedAlertsPerMonth incidents opened in 30 judged days; 0 where none was judged
   * @param judgedBuckets that could be told to be a rise or not
   * @param noDataBuckets in which nobody was listening
   * @param series a point for each day of Morocco, oldest first; without a count where no bucket of
   *     the day has data
   * @param fault why the rule cannot be counted, all else then being empty; null when all is well
   */
  public record Result(
      List<Fired> incidents,
      double expectedAlertsPerMonth,
      long judgedBuckets,
      long noDataBuckets,
      List<HistoryPoint> series,
      @Nullable String fault) {}

  /** Counts once and replays; an hourly rule of many documents takes seconds. */
  public Result of(AlertRule rule) {
    Granularity granularity = rule.granularity();
    int perDay = granularity == Granularity.DAY ? 1 : 24;
    Instant end = BucketClock.floor(granularity, clock.instant());
    int before = BucketJudge.depth(granularity) - 1;
    CountedRule counted =
        source.count(List.of(rule), granularity, end, before + DAYS * perDay).get(0);
    if (counted.fault() != null) {
      return new Result(List.of(), 0, 0, 0, List.of(), counted.fault());
    }
    List<BucketCounts> counts = counted.buckets();
    BucketJudge judge = new BucketJudge(granularity, clock);
    List<Bucket> buckets = judge.buckets(counts);
    List<Decision> decisions =
        IntStream.range(before, counts.size())
            .parallel()
            .mapToObj(i -> judge.decide(rule, counts.get(i), buckets.subList(i - before, i + 1)))
            .toList();
    List<Fired> fired = replay(rule, decisions, end);
    long judged = decisions.stream().filter(decision -> decision.p() != null).count();
    return new Result(
        fired,
        judged == 0 ? 0 : fired.size() * DAYS_OF_MONTH * perDay / judged,
        judged,
        decisions.stream().filter(d -> d.outcome() == Decision.Outcome.NO_DATA).count(),
        daily(decisions, counts.subList(before, counts.size())),
        null);
  }

  private static List<Fired> replay(AlertRule rule, List<Decision> decisions, Instant end) {
    List<Fired> fired = new ArrayList<>();
    OpenIncident state = OpenIncident.NONE;
    String reason = "";
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      Instant next = i + 1 < decisions.size() ? decisions.get(i + 1).bucket() : end;
      Round round = new Round(rule.granularity(), decision.bucket(), next, false);
      IncidentLife.Outcome outcome =
          IncidentLife.next(state, new JudgedRule(rule, round, decision, List.of()));
      IncidentStep step = outcome.step();
      if (step != null && step.kind() == Kind.OPENED) {
        reason = step.reason();
      } else if (step != null && step.kind() == Kind.RESOLVED) {
        fired.add(
            new Fired(
                step.from(), step.to(), step.peak(), step.observed(), step.expected(), reason));
      }
      state = outcome.state();
    }
    if (state.opened() != null) {
      fired.add(
          new Fired(state.opened(), end, state.peak(), state.observed(), state.expected(), reason));
    }
    return List.copyOf(fired);
  }

  private static List<HistoryPoint> daily(List<Decision> decisions, List<BucketCounts> counts) {
    Map<LocalDate, HistoryPoint> days = new TreeMap<>();
    for (int i = 0; i < decisions.size(); i++) {
      HistoryPoint point = BucketJudge.point(decisions.get(i).count(), counts.get(i));
      LocalDate day = LocalDate.ofInstant(point.start(), Morocco.TIME);
      days.merge(
          day,
          new HistoryPoint(
              day.atStartOfDay(Morocco.TIME).toInstant(), point.count(), point.withheld()),
          HistoryPoint::plus);
    }
    return List.copyOf(days.values());
  }
}
