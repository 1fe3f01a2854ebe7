// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.marsad.alerts.detect.BenjaminiHochberg;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.incident.Decision.Outcome;
import org.marsad.alerts.rule.AlertRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges all rules on one closed bucket, together: among a thousand quiet rules some surprise by
 * chance, so that an alarm stays one only where it is a finding among all of the round's tests.
 */
public final class RoundJudge {
  private static final Logger LOG = LoggerFactory.getLogger(RoundJudge.class);

  /** So large a part of the alarms of a round may be false on average. */
  private static final double FALSE_PART = 0.05;

  private final CountSource source;
  private final Clock clock;

  /**
   * @param clock tells when a decision was made
   */
  public RoundJudge(CountSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Judges those of the rules that are enabled and of the round's granularity.
   *
   * @return one for each of them, in their order; a rule that cannot be counted or judged has a
   *     decision FAULT and spoils no other
   */
  public List<JudgedRule> judge(Round round, List<AlertRule> rules) {
    List<AlertRule> due =
        rules.stream()
            .filter(rule -> rule.enabled() && rule.granularity() == round.granularity())
            .toList();
    if (due.isEmpty()) {
      return List.of();
    }
    int depth = BucketJudge.depth(round.granularity());
    BucketJudge judge = new BucketJudge(round.granularity(), clock);
    List<JudgedRule> alone =
        source.count(due, round.granularity(), round.end(), depth).stream()
            .map(counted -> alone(judge, round, counted))
            .toList();
    boolean[] findings =
        BenjaminiHochberg.findings(
            alone.stream().mapToDouble(judged -> p(judged.decision())).toArray(), FALSE_PART);
    List<JudgedRule> together = new ArrayList<>();
    for (int i = 0; i < findings.length; i++) {
      together.add(among(alone.get(i), findings[i]));
    }
    return together;
  }

  private static JudgedRule alone(BucketJudge judge, Round round, CountedRule counted) {
    AlertRule rule = counted.rule();
    String fault = counted.fault();
    try {
      if (fault == null) {
        List<Bucket> buckets = judge.buckets(counted.buckets());
        return new JudgedRule(
            rule,
            round,
            judge.decide(rule, last(counted), buckets),
            judge.history(counted.buckets(), buckets));
      }
    } catch (RuntimeException e) {
      fault = "it could not be judged: " + e;
    }
    return new JudgedRule(rule, round, judge.fault(rule, round, fault), List.of());
  }

  private static BucketCounts last(CountedRule counted) {
    return counted.buckets().get(counted.buckets().size() - 1);
  }

  private static double p(Decision decision) {
    return decision.p() == null ? Double.NaN : decision.p();
  }

  private JudgedRule among(JudgedRule judged, boolean finding) {
    Decision decision = judged.decision();
    if (decision.outcome() != Outcome.ALARM) {
      return judged;
    }
    return new JudgedRule(
        judged.rule(),
        judged.round(),
        finding
            ? decision.as(Outcome.ALARM, severity(judged))
            : decision.as(Outcome.CHANCE_AMONG_MANY, 0),
        judged.history());
  }

  private int severity(JudgedRule judged) {
    Round round = judged.round();
    try {
      return Severity.of(source.intensities(judged.rule().filters(), round.start(), round.end()));
    } catch (RuntimeException e) {
      // An alarm of unknown severity is still an alarm: nobody would hear of it otherwise.
      LOG.warn("The severity of rule {} at {} is unknown", judged.rule().id(), round.start(), e);
      return 0;
    }
  }
}
