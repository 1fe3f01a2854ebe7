// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.detect.Judgement;
import org.marsad.alerts.detect.SpikeDetector;
import org.marsad.alerts.incident.Decision.Outcome;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;
import org.marsad.alerts.rule.AlertRule;

/** Judges one rule's latest bucket by its past, as if there were no other rule. */
final class BucketJudge {
  private static final int DAYS_OF_HISTORY = 60;
  private static final int HOURS_OF_HISTORY = 7 * 24;

  private final Granularity granularity;
  private final Silence silence;
  private final SpikeDetector detector;
  private final Clock clock;

  BucketJudge(Granularity granularity, Clock clock) {
    this.granularity = granularity;
    this.silence = new Silence(granularity);
    this.detector = new SpikeDetector(granularity.method());
    this.clock = clock;
  }

  /**
   * How many buckets a judgement takes: the detector's window, and enough before it to tell where
   * the window's oldest buckets are silent.
   */
  static int depth(Granularity granularity) {
    int cycle =
        switch (granularity) {
          case DAY -> 7;
          case HOUR -> 24;
        };
    return granularity.method().past().window() + (Silence.LEAST_PAST + 1) * cycle;
  }

  /** The buckets as the detector takes them, oldest first as they came. */
  List<Bucket> buckets(List<BucketCounts> counts) {
    return silence.buckets(counts);
  }

  /**
   * Judges the last of the buckets, by no more of it than may be told: a rise that four people made
   * is none. The past counts as it was, so that nothing looks like a rise for want of a past.
   *
   * @param counts of that bucket
   * @param buckets consecutive, oldest first
   * @return ALARM, CALM, LEARNING or NO_DATA, with severity 0
   */
  Decision decide(AlertRule rule, BucketCounts counts, List<Bucket> buckets) {
    Bucket last = shown(buckets.get(buckets.size() - 1), counts);
    List<Bucket> judged = new ArrayList<>(buckets.subList(0, buckets.size() - 1));
    judged.add(last);
    Judgement judgement = detector.judge(judged);
    return new Decision(
        rule.id(),
        granularity,
        counts.start(),
        outcome(judgement),
        last.count(),
        last.total(),
        boxed(judgement.expected()),
        judgement.upper().isPresent() ? (Long) judgement.upper().getAsLong() : null,
        boxed(judgement.p()),
        judgement.reason(),
        0,
        null,
        null,
        clock.instant());
  }

  /** What is said where a rule cannot be judged. */
  Decision fault(AlertRule rule, Round round, String message) {
    return new Decision(
        rule.id(),
        granularity,
        round.start(),
        Outcome.FAULT,
        null,
        null,
        null,
        null,
        null,
        "fault",
        0,
        null,
        message,
        clock.instant());
  }

  /** The series as people see it, oldest first: two months of days or a week of hours. */
  List<HistoryPoint> history(List<BucketCounts> counts, List<Bucket> buckets) {
    int points = granularity == Granularity.DAY ? DAYS_OF_HISTORY : HOURS_OF_HISTORY;
    return IntStream.range(Math.max(0, counts.size() - points), counts.size())
        .mapToObj(i -> point(shown(buckets.get(i), counts.get(i)).count(), counts.get(i)))
        .toList();
  }

  /** A count of nothing where something is withheld would look like quiet. */
  static HistoryPoint point(@Nullable Long told, BucketCounts counts) {
    boolean withheld = told != null && counts.withholds();
    return new HistoryPoint(counts.start(), withheld && counts.told() == 0 ? null : told, withheld);
  }

  private static Bucket shown(Bucket bucket, BucketCounts counts) {
    return bucket.count() == null ? bucket : Silence.known(bucket.start(), counts.shown());
  }

  private static Outcome outcome(Judgement judgement) {
    if (judgement.alarm()) {
      return Outcome.ALARM;
    }
    return switch (judgement.state()) {
      case NO_DATA -> Outcome.NO_DATA;
      case LEARNING -> Outcome.LEARNING;
      case KNOWN -> Outcome.CALM;
    };
  }

  private static @Nullable Double boxed(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }
}
