// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.Subscription;

/** When a subscriber is to hear, by the clock of their zone with all its changes. */
final class Schedule {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int WORST = 5;

  private Schedule() {}

  /** The earliest moment from now on at which a step may be told. */
  static Instant notBefore(IncidentStep step, Subscription to, Instant now) {
    return awake(to, digestTime(cadence(step, to), zone(to), now));
  }

  /** The earliest moment from a time on that is outside of the quiet hours. */
  static Instant awake(Subscription to, Instant from) {
    return to.quietHours() == null ? from : to.quietHours().next(from, zone(to));
  }

  /** The morning of the subscriber's next day. */
  static Instant tomorrow(Subscription to, Instant now) {
    ZoneId zone = zone(to);
    return awake(to, morning(now.atZone(zone).toLocalDate().plusDays(1), zone));
  }

  /** When the subscriber's day began. */
  static Instant today(Subscription to, Instant now) {
    ZoneId zone = zone(to);
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /** The worst does not wait for a digest. */
  private static Cadence cadence(IncidentStep step, Subscription to) {
    AlertRule rule = step.rule();
    if (step.kind() == IncidentStep.Kind.ESCALATED || step.severity() >= WORST || rule == null) {
      return Cadence.INSTANT;
    }
    return to.cadence() == null ? rule.cadence() : to.cadence();
  }

  private static Instant digestTime(Cadence cadence, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return switch (cadence) {
      case INSTANT -> now;
      case DAILY -> {
        Instant morning = morning(today, zone);
        yield morning.isBefore(now) ? morning(today.plusDays(1), zone) : morning;
      }
      case WEEKLY -> {
        LocalDate monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        Instant morning = morning(monday, zone);
        yield morning.isBefore(now) ? morning(monday.plusWeeks(1), zone) : morning;
      }
    };
  }

  private static Instant morning(LocalDate day, ZoneId zone) {
    return day.atTime(MORNING).atZone(zone).toInstant();
  }

  private static ZoneId zone(Subscription to) {
    return ZoneId.of(to.zone());
  }
}
