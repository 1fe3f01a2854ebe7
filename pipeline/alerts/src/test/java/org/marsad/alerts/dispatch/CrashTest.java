// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.dispatch.memory.Power;
import org.marsad.alerts.dispatch.memory.RecordingChannel.Arrival;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.subscription.ChannelKind;

/** The program is killed after every single thing it does, once and a second time while mending. */
final class CrashTest {
  private static final List<String> SUBSCRIBERS = List.of("amal", "badr");

  /** After which what was being sent may be tried again. */
  private static final Duration LEASE = Duration.ofMinutes(6);

  private static final Duration WITHIN_LEASE = Duration.ofMinutes(1);
  private static final List<String> STEPS = List.of("a@1", "b@1", "c@1");

  @Test
  void eachStepReachesEachSubscriberInOneMessageHoweverOftenTheProgramIsKilled() {
    int first = 1;
    boolean wasKilled = true;
    while (wasKilled) {
      boolean again = true;
      for (int second = 1; again; second++) {
        World world = world();
        world.power.offAfter(first);
        wasKilled = isKilled(world, LEASE);
        world.power.offAfter(second);
        again = isKilled(world, WITHIN_LEASE) && wasKilled;
        settle(world);
        check(world, first + " and " + second);
      }
      first++;
    }
    assertThat(first).as("things done in a run").isGreaterThan(50);
  }

  private static World world() {
    World world = new World("2026-05-04T10:00:00Z");
    world.decisions.decidedAt(world.clock.instant());
    SUBSCRIBERS.forEach(world::subscribe);
    world.subscriptions.request(
        ChannelKind.EMAIL, "chadi@example.org", List.of(), "en", "UTC", null, null, 5);
    for (String key : STEPS) {
      world.happens(key.substring(0, 1), 1, Kind.OPENED, 2);
    }
    return world;
  }

  private static boolean isKilled(World world, Duration pause) {
    try {
      world.run();
      return false;
    } catch (Power.Off e) {
      world.restart();
      world.clock.move(pause);
      return true;
    }
  }

  private static void settle(World world) {
    world.power.offAfter(Long.MAX_VALUE);
    world.run();
    world.runAfter(LEASE);
    world.runAfter(LEASE);
  }

  private static void check(World world, String when) {
    Map<String, Set<String>> messages = new HashMap<>();
    Map<String, Set<List<IncidentStep>>> contents = new HashMap<>();
    for (Arrival arrival : world.mail.arrivals()) {
      String id = arrival.message().id();
      contents.computeIfAbsent(id, i -> new HashSet<>()).add(arrival.message().steps());
      for (IncidentStep step : arrival.message().steps()) {
        messages
            .computeIfAbsent(
                Delivery.id(step.key(), arrival.subscriptionId()), key -> new HashSet<>())
            .add(id);
      }
      if (arrival.message().steps().isEmpty()) {
        messages.computeIfAbsent("confirmation", key -> new HashSet<>()).add(id);
      }
    }
    assertThat(messages).as("killed after %s", when).hasSize(SUBSCRIBERS.size() * STEPS.size() + 1);
    assertThat(messages.values()).as("killed after %s", when).allMatch(ids -> ids.size() == 1);
    assertThat(contents.values()).as("killed after %s", when).allMatch(texts -> texts.size() == 1);
    assertThat(world.deliveries.count(Delivery.State.SENT))
        .as("killed after %s", when)
        .isEqualTo(7);
  }
}
