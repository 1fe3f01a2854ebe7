// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.AlertChannel;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.dispatch.memory.MemoryDecisions;
import org.marsad.alerts.dispatch.memory.MemoryDeliveries;
import org.marsad.alerts.dispatch.memory.MemoryIncidents;
import org.marsad.alerts.dispatch.memory.MemoryShelf;
import org.marsad.alerts.dispatch.memory.PlainLetters;
import org.marsad.alerts.dispatch.memory.Power;
import org.marsad.alerts.dispatch.memory.RecordingChannel;
import org.marsad.alerts.dispatch.memory.RecordingChannel.Arrival;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.QuietHours;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.model.Filters;
import org.marsad.model.MovableClock;
import org.marsad.model.SourceHealth;

/** A dispatcher with all around it, and a rule that is judged every hour. */
final class World {
  static final AlertRule RULE =
      new AlertRule(
          "hostility",
          Map.of("en", "Hostility"),
          Filters.NONE.ofStances(List.of("HOSTILE")),
          Granularity.HOUR,
          Cadence.INSTANT,
          true,
          AlertRule.Origin.FILE,
          null);
  static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
  private static final String OPERATOR = "operator@example.org";

  final Power power = new Power();
  final MovableClock clock;
  final MemoryShelf<AlertRule> rules = new MemoryShelf<>(power);
  final MemoryShelf<Subscription> shelf = new MemoryShelf<>(power);
  final MemoryShelf<Heartbeat> heartbeats = new MemoryShelf<>(power);
  final MemoryIncidents incidents = new MemoryIncidents(power);
  final MemoryDecisions decisions = new MemoryDecisions(power);
  final MemoryDeliveries deliveries = new MemoryDeliveries(power);
  final RecordingChannel mail = new RecordingChannel(ChannelKind.EMAIL, power);
  final Tokens tokens =
      new Tokens("a key of a test, 32 bytes or more".getBytes(StandardCharsets.UTF_8));
  final Subscriptions subscriptions;
  final List<URI> pings = new ArrayList<>();
  final List<SourceHealth> sources = new ArrayList<>();
  private int hourlyCap = 1_000;
  private Dispatcher dispatcher;

  World(String now) {
    clock = new MovableClock(Instant.parse(now));
    subscriptions = new Subscriptions(shelf, tokens, this::channel, id -> true, clock);
    rules.put(RULE.id(), RULE);
    dispatcher = started();
  }

  private Optional<AlertChannel> channel(ChannelKind kind) {
    return kind == ChannelKind.EMAIL ? Optional.of(mail) : Optional.empty();
  }

  private Dispatcher started() {
    return new Dispatcher(
        new Stores(rules, shelf, heartbeats, incidents, decisions, deliveries),
        subscriptions,
        this::channel,
        new PlainLetters(),
        tokens,
        new DispatchSettings(
            URI.create("https://marsad.example.org/"),
            Duration.ofMinutes(2),
            hourlyCap,
            Duration.ofHours(3),
            OPERATOR,
            "en",
            URI.create("https://watch.example.org/1")),
        pings::add,
        () -> List.copyOf(sources),
        clock);
  }

  /** As after the program was killed: only the stores remain. */
  void restart() {
    dispatcher = started();
  }

  void hourlyCap(int cap) {
    hourlyCap = cap;
    restart();
  }

  DispatchReport run() {
    return dispatcher.run();
  }

  DispatchReport runAt(String time) {
    clock.set(Instant.parse(time));
    return run();
  }

  DispatchReport runAfter(Duration time) {
    clock.move(time);
    return run();
  }

  void subscribe(String id) {
    subscribe(id, null, null, 100);
  }

  void subscribe(String id, @Nullable QuietHours quiet, @Nullable Cadence cadence, int dailyCap) {
    subscribe(id, List.of(), ChannelKind.EMAIL, quiet, cadence, dailyCap);
  }

  void subscribe(
      String id,
      List<String> to,
      ChannelKind channel,
      @Nullable QuietHours quiet,
      @Nullable Cadence cadence,
      int dailyCap) {
    Subscription subscription =
        new Subscription(
            id,
            channel,
            id + "@example.org",
            to,
            "en",
            "Africa/Casablanca",
            quiet,
            cadence,
            dailyCap,
            Subscription.State.CONFIRMED,
            clock.instant(),
            0);
    shelf.put(id, subscription);
  }

  Subscription subscription(String id) {
    return shelf.find(id).orElseThrow().value();
  }

  /** Tells of a step that has just happened. */
  IncidentStep happens(String incident, int number, Kind kind, int severity) {
    return happens(incident, number, kind, severity, false);
  }

  IncidentStep happens(String incident, int number, Kind kind, int severity, boolean catchUp) {
    boolean escalated = kind == Kind.ESCALATED;
    Instant now = clock.instant();
    IncidentStep step =
        new IncidentStep(
            incident,
            number,
            kind,
            escalated ? null : RULE,
            escalated ? null : Granularity.HOUR,
            now.minus(Duration.ofHours(1)),
            now,
            30,
            10,
            30,
            18L,
            1e-5,
            "volume up",
            severity,
            catchUp,
            List.of(),
            null,
            escalated ? incident : null);
    incidents.add(step);
    return step;
  }

  /** What reached a subscriber, or the operator. */
  List<Arrival> arrivals(String subscriptionId) {
    return mail.arrivals().stream()
        .filter(arrival -> arrival.subscriptionId().equals(subscriptionId))
        .toList();
  }

  List<Arrival> toOperator() {
    return arrivals("operator");
  }

  Delivery delivery(String stepKey, String subscriptionId) {
    return deliveries.find(Delivery.id(stepKey, subscriptionId)).orElseThrow().value();
  }
}
