// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Method;
import org.marsad.alerts.incident.IncidentStep.Kind;

/**
 * The life of a rule's incidents: an alarm opens one, and only a row of calm buckets closes it, so
 * that a rise that wavers around the limit is one incident. People hear that it opened and that it
 * ended; in between at once when it is a degree more severe or twice as large, and else at most
 * once a day, while it still alarms.
 *
 * <p>A pure function: the state before and a judged bucket give the state after.
 */
public final class IncidentLife {
  /** Longer than what is caught up with after an absence. */
  private static final Duration MEMORY = Duration.ofDays(60);

  private static final Duration COOLDOWN = Duration.ofHours(24);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private IncidentLife() {}

  /**
   * What came of a bucket.
   *
   * @param decision with the incident that the bucket belongs to
   * @param step what people should hear; null where that is nothing
   */
  public record Outcome(OpenIncident state, Decision decision, @Nullable IncidentStep step) {}

  /**
   * The next bucket of a rule. One that is not after the last changes nothing and tells nothing;
   * "no data" and faults neither calm nor excite. The bucket that closes an incident is its last.
   */
  public static Outcome next(OpenIncident before, JudgedRule judged) {
    Decision decision = judged.decision();
    Instant last = before.lastBucket();
    if (last != null && !judged.round().start().isAfter(last)) {
      return new Outcome(before, decision.within(before.id()), null);
    }
    OpenIncident former =
        last != null && isForgotten(last, judged.round()) ? OpenIncident.NONE : before;
    OpenIncident seen = former.seen(judged.round().start());
    if (decision.p() == null) {
      return new Outcome(seen, decision.within(seen.id()), null);
    }
    boolean alarm = decision.outcome() == Decision.Outcome.ALARM;
    if (seen.id() == null && !alarm) {
      return new Outcome(seen, decision, null);
    }
    OpenIncident open = seen.id() == null ? seen.opened(id(judged), judged.round().start()) : seen;
    Method.Closing closing = judged.round().granularity().method().closing();
    boolean calm = !alarm && decision.p() > closing.calm();
    OpenIncident grown = open.with(decision, calm ? open.calm() + 1 : 0);
    Decision within = decision.within(grown.id());
    Kind news = news(grown, alarm, judged.round().end(), closing);
    if (news == null) {
      return new Outcome(grown, within, null);
    }
    OpenIncident told = grown.told(judged.round().end());
    OpenIncident after =
        news == Kind.RESOLVED ? OpenIncident.NONE.seen(judged.round().start()) : told;
    return new Outcome(after, within, step(news, told, judged));
  }

  /** A rule that nobody watched for so long, as it was disabled, begins anew. */
  private static boolean isForgotten(Instant last, Round round) {
    return last.plus(MEMORY).isBefore(round.start());
  }

  private static String id(JudgedRule judged) {
    return judged.rule().id() + "-" + COMPACT.format(judged.round().start());
  }

  /** Why people should hear of an incident now; null where there is no reason. */
  private static @Nullable Kind news(
      OpenIncident incident, boolean alarm, Instant now, Method.Closing closing) {
    Instant told = incident.toldAt();
    if (told == null) {
      return Kind.OPENED;
    }
    if (incident.calm() >= closing.buckets()) {
      return Kind.RESOLVED;
    }
    boolean more =
        incident.severity() > incident.toldSeverity()
            || incident.peak() >= 2 * Math.max(1, incident.toldPeak());
    return alarm && (more || !now.isBefore(told.plus(COOLDOWN))) ? Kind.UPDATED : null;
  }

  private static IncidentStep step(Kind kind, OpenIncident incident, JudgedRule judged) {
    Round round = judged.round();
    Decision decision = judged.decision();
    return new IncidentStep(
        Objects.requireNonNull(incident.id()),
        incident.step(),
        kind,
        judged.rule(),
        round.granularity(),
        Objects.requireNonNull(incident.opened()),
        round.end(),
        incident.observed(),
        incident.expected(),
        incident.peak(),
        decision.upper(),
        decision.p(),
        decision.reason(),
        incident.severity(),
        round.catchUp(),
        judged.history(),
        null,
        null);
  }
}
