// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.channel.UndeliveredException;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;

final class TroubleTest {
  private final World world = new World("2026-05-04T10:00:00Z");

  private List<String> trouble() {
    return world.heartbeats.find(Heartbeat.ID).orElseThrow().value().trouble();
  }

  @Test
  void theSwitchHearsOnceAMinuteAsLongAsAllIsWell() {
    world.decisions.decidedAt(world.clock.instant());
    for (int i = 0; i < 13; i++) {
      world.runAfter(Duration.ofSeconds(10));
    }
    assertThat(world.pings).hasSize(3);
    assertThat(trouble()).isEmpty();

    world.runAfter(Duration.ofHours(4));
    assertThat(world.pings).hasSize(3);
    assertThat(trouble()).singleElement().asString().contains("2026-05-04T10:00:00Z");
    world.decisions.decidedAt(world.clock.instant());
    world.runAfter(Duration.ofMinutes(1));
    assertThat(world.pings).hasSize(4);
    assertThat(trouble()).isEmpty();
  }

  @Test
  void rulesThatNobodyJudgesAreToldOnceADayThoughTheProgramStartsAgain() {
    world.runAfter(Duration.ofHours(4));
    world.restart();
    world.runAfter(Duration.ofMinutes(1));
    world.decisions.decidedAt(world.clock.instant().minus(Duration.ofHours(4)));
    world.runAfter(Duration.ofMinutes(20));
    assertThat(world.toOperator())
        .extracting(arrival -> arrival.message().kind())
        .containsExactly(Message.Kind.TROUBLE);
    world.runAfter(Duration.ofHours(20));
    assertThat(world.toOperator()).hasSize(1);
    world.runAfter(Duration.ofHours(4));
    assertThat(world.toOperator()).hasSize(2);
  }

  /** What is not captured cannot rise, so somebody has to hear of it; alerting itself goes on. */
  @Test
  void theOperatorHearsOnceADayOfASourceThatFellSilent() {
    world.decisions.decidedAt(world.clock.instant());
    world.sources.add(feed("lively", null));
    world.run();
    assertThat(world.toOperator()).isEmpty();
    world.sources.add(feed("silent", Instant.parse("2026-05-02T09:00:00Z")));
    world.runAfter(Duration.ofMinutes(2));
    world.runAfter(Duration.ofMinutes(20));

    assertThat(world.toOperator()).singleElement().asString().contains("Outlet silent");
    assertThat(world.toOperator().get(0).message().toString()).doesNotContain("Outlet lively");
    assertThat(trouble()).isEmpty();
    assertThat(world.pings).hasSize(3);
    world.sources.set(1, feed("silent", null));
    world.runAfter(Duration.ofDays(1));
    assertThat(world.toOperator())
        .filteredOn(arrival -> arrival.toString().contains("Outlet silent"))
        .hasSize(1);
  }

  /** Whoever reads what rose has to know what could not rise. */
  @Test
  void aDigestNamesTheOutletsThatAreSilent() {
    world.decisions.decidedAt(world.clock.instant());
    world.subscribe("amal");
    world.sources.add(feed("lively", null));
    world.sources.add(feed("silent", Instant.parse("2026-05-02T09:00:00Z")));
    world.happens("a", 1, Kind.OPENED, 3);
    world.happens("b", 1, Kind.OPENED, 3);
    world.run();

    assertThat(world.arrivals("amal"))
        .singleElement()
        .satisfies(
            arrival -> assertThat(arrival.message().text()).isEqualTo("2 steps without [silent]"));
  }

  private SourceHealth feed(String outlet, @Nullable Instant silentSince) {
    Instant now = world.clock.instant();
    return new SourceHealth(
        outlet + ":feed",
        outlet,
        "Outlet " + outlet,
        "https://outlet.example/" + outlet,
        SourceState.OK,
        200,
        null,
        now,
        now,
        now,
        now,
        100,
        0,
        new SourceActivity(
            "FEED", 12.0, silentSince, null, null, "2026-05-04", Map.of("200", 9), 0, 0, 0));
  }

  @Test
  void aBrokenChannelIsTroubleUntilItWorks() {
    world.decisions.decidedAt(world.clock.instant());
    world.subscribe("amal");
    world.happens("a", 1, Kind.OPENED, 3);
    world.mail.fail(
        new UndeliveredException(Remedy.OPERATOR, "the server refuses the password", null));
    world.run();
    assertThat(trouble()).containsExactly("EMAIL: the server refuses the password");
    assertThat(world.pings).as("the watcher is told by silence").isEmpty();
    world.mail.fail(null);
    world.runAfter(Duration.ofMinutes(2));
    assertThat(trouble()).isEmpty();
    assertThat(world.arrivals("amal")).hasSize(1);
  }

  @Test
  void whatSubscribersDoNotGetIsTroubleThatNamesNoAddress() {
    world.decisions.decidedAt(world.clock.instant());
    world.subscribe("amal");
    world.subscribe("badr", List.of(), ChannelKind.TELEGRAM, null, null, 5);
    world.happens("a", 1, Kind.OPENED, 3);
    world.mail.fail(new UndeliveredException(Remedy.ADDRESS_REFUSED, "no such mailbox", null));
    world.run();
    assertThat(trouble())
        .hasSize(2)
        .anyMatch(text -> text.startsWith("TELEGRAM has subscribers"))
        .anyMatch(text -> text.startsWith("1 deliveries were given up"))
        .noneMatch(text -> text.contains("example.org"));
    assertThat(world.toOperator()).isEmpty();
    world.mail.fail(null);
    world.runAfter(Duration.ofMinutes(16));
    assertThat(world.toOperator()).as("told as soon as mail works again").hasSize(1);
  }

  @Test
  void messagesThatWaitForAnHourAreTrouble() {
    world.decisions.decidedAt(world.clock.instant());
    world.hourlyCap(0);
    world.subscribe("amal");
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    assertThat(trouble()).isEmpty();
    world.runAfter(Duration.ofMinutes(61));
    assertThat(trouble()).singleElement().asString().contains("more than an hour");
  }
}
