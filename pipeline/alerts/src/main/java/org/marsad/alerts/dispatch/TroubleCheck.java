// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.subscription.Subscription;

/** Finds what is wrong with alerting itself. */
final class TroubleCheck {
  private static final Duration OVERDUE = Duration.ofHours(1);

  /** Without a heartbeat for so long before its start, a program was away. */
  private static final Duration AWAY = Duration.ofMinutes(30);

  private final Stores stores;
  private final Postman postman;
  private final Duration decisionsOverdueAfter;
  private final Faults faults;
  private final Instant started;
  private boolean wasAway;
  private boolean asked;

  TroubleCheck(
      Stores stores, Postman postman, Duration decisionsOverdueAfter, Faults faults, Clock clock) {
    this.stores = stores;
    this.postman = postman;
    this.decisionsOverdueAfter = decisionsOverdueAfter;
    this.faults = faults;
    this.started = clock.instant();
  }

  /**
   * @param lastDecision null before the first
   */
  List<Trouble> find(Collection<AlertRule> rules, @Nullable Instant lastDecision, Instant now) {
    if (!asked) {
      wasAway = isAway();
      asked = true;
    }
    List<Trouble> found = new ArrayList<>();
    decisions(rules, lastDecision, now).ifPresent(found::add);
    brokenChannels(found);
    missingChannels(found);
    int givenUp = faults.givenUpWithinDay(now);
    if (givenUp > 0) {
      found.add(
          new Trouble(
              "given-up",
              givenUp + " deliveries were given up within a day: see the receipts for why"));
    }
    if (!stores.deliveries().due(now.minus(OVERDUE), 1).isEmpty()) {
      found.add(
          new Trouble(
              "overdue",
              "messages have been waiting for more than an hour: raise the hourly cap, or see the"
                  + " log for what stops them"));
    }
    return found;
  }

  /** The heartbeat of the program before this one tells, until this one's takes its place. */
  private boolean isAway() {
    return stores
        .heartbeats()
        .find(Heartbeat.ID)
        .filter(kept -> kept.value().at().isAfter(started.minus(AWAY)))
        .isEmpty();
  }

  private Optional<Trouble> decisions(
      Collection<AlertRule> rules, @Nullable Instant lastDecision, Instant now) {
    List<AlertRule> enabled = rules.stream().filter(AlertRule::enabled).toList();
    boolean hourly = enabled.stream().anyMatch(rule -> rule.granularity() == Granularity.HOUR);
    Duration most = hourly ? decisionsOverdueAfter : decisionsOverdueAfter.plusDays(1);
    Instant last = lastDecision == null ? started : latest(lastDecision);
    if (enabled.isEmpty() || !last.isBefore(now.minus(most))) {
      return Optional.empty();
    }
    return Optional.of(
        new Trouble(
            "decisions",
            "no rule has been judged since " + last + ": see whether the job runs and reads"));
  }

  private void brokenChannels(List<Trouble> found) {
    faults
        .brokenChannels()
        .forEach(
            (channel, fault) -> {
              if (postman.isSetUp(channel)) {
                found.add(new Trouble("channel-" + lower(channel), channel + ": " + fault));
              }
            });
  }

  /** A program that was away has not had the time to judge; one that starts again and again has. */
  private Instant latest(Instant decision) {
    return wasAway && decision.isBefore(started) ? started : decision;
  }

  private void missingChannels(List<Trouble> found) {
    stores.subscriptions().all().stream()
        .map(Kept::value)
        .filter(s -> s.state() == Subscription.State.CONFIRMED)
        .map(Subscription::channel)
        .distinct()
        .filter(channel -> !postman.isSetUp(channel))
        .map(
            channel ->
                new Trouble(
                    "missing-" + lower(channel),
                    channel + " has subscribers but is not set up: set it up"))
        .forEach(found::add);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
