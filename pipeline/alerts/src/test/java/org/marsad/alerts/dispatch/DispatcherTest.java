// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.channel.UndeliveredException;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.dispatch.memory.RecordingChannel.Arrival;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

final class DispatcherTest {
  /** A Monday, 11:00 in Morocco. */
  private final World world = new World("2026-05-04T10:00:00Z");

  private List<Message.Kind> kinds(String subscriber) {
    return world.arrivals(subscriber).stream().map(a -> a.message().kind()).toList();
  }

  private static UndeliveredException fault(Remedy remedy) {
    return new UndeliveredException(remedy, "the receiver did not take it", null);
  }

  @Test
  void nothingButARequestForConfirmationGoesOutBeforeItIsConfirmed() {
    Subscription asked =
        world
            .subscriptions
            .request(ChannelKind.EMAIL, "amal@example.org", List.of(), "fr", "UTC", null, null, 5)
            .subscription();
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.runAfter(Duration.ofMinutes(1));
    assertThat(kinds(asked.id())).containsExactly(Message.Kind.CONFIRMATION);

    Message request = world.arrivals(asked.id()).get(0).message();
    assertThat(request.link(Message.Link.CONFIRM))
        .startsWith("https://marsad.example.org/subscriptions/confirm?code=" + asked.id() + ".");
    assertThat(world.subscriptions.confirm(request.text())).isTrue();
    world.happens("b", 1, Kind.OPENED, 3);
    world.happens("a", 2, Kind.RESOLVED, 3);
    world.runAfter(Duration.ofMinutes(1));
    assertThat(world.arrivals(asked.id()).get(1).message().text())
        .as("the end of what they were never told of is no news")
        .isEqualTo("b@1");
  }

  @Test
  void whoWasToldOfTheBeginningIsToldOfTheEnd() {
    world.subscribe("amal");
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.happens("a", 2, Kind.RESOLVED, 3);
    world.runAfter(Duration.ofHours(3));
    assertThat(world.arrivals("amal"))
        .extracting(arrival -> arrival.message().text())
        .containsExactly("a@1", "a@2");
    assertThat(world.arrivals("amal").get(0).message().links())
        .containsEntry(Message.Link.INCIDENT, "https://marsad.example.org/alerts/a")
        .containsKey(Message.Link.UNSUBSCRIBE);
  }

  @Test
  void oneHearsOnlyOfTheRulesOneAskedFor() {
    world.subscribe("amal", List.of("another"), ChannelKind.EMAIL, null, null, 5);
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    assertThat(world.mail.arrivals()).isEmpty();
  }

  @Test
  void aFloodAfterAnOutageIsOneDigest() {
    world.subscribe("amal");
    for (int i = 0; i < 150; i++) {
      world.happens("early-" + i, 1, Kind.OPENED, 3, true);
    }
    world.run();
    for (int i = 0; i < 50; i++) {
      world.happens("late-" + i, 1, Kind.OPENED, 3, true);
    }
    world.runAfter(Duration.ofMinutes(1));
    assertThat(world.mail.arrivals()).as("old news wait for each other").isEmpty();

    world.runAfter(Duration.ofMinutes(1));
    world.runAfter(Duration.ofMinutes(1));
    assertThat(kinds("amal")).containsExactly(Message.Kind.DIGEST);
    assertThat(world.arrivals("amal").get(0).message().steps()).hasSize(200);
    assertThat(world.deliveries.messagesSince("amal", world.clock.instant().minusSeconds(3600)))
        .isEqualTo(1);
  }

  @Test
  void digestsGatherTheDayAndTheWeekButTheWorstDoesNotWait() {
    world.subscribe("daily", null, Cadence.DAILY, 5);
    world.subscribe("weekly", null, Cadence.WEEKLY, 5);
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.happens("b", 1, Kind.OPENED, 3);
    world.happens("worst", 1, Kind.OPENED, 5);
    world.runAfter(Duration.ofHours(2));
    assertThat(world.mail.arrivals())
        .extracting(arrival -> arrival.message().text())
        .containsExactlyInAnyOrder("worst@1", "worst@1");

    world.runAt("2026-05-05T06:59:59Z");
    assertThat(world.arrivals("daily")).hasSize(1);
    world.runAt("2026-05-05T07:00:00Z");
    assertThat(world.arrivals("daily").get(1).message().steps()).hasSize(2);
    world.runAt("2026-05-11T06:59:59Z");
    assertThat(world.arrivals("weekly")).hasSize(1);
    world.runAt("2026-05-11T07:00:00Z");
    assertThat(world.arrivals("weekly").get(1).message().steps()).hasSize(2);
  }

  @Test
  void nobodyIsWokenEvenByWhatWasDueBeforeAnOutage() {
    world.subscribe("amal", World.NIGHT, null, 5);
    world.clock.set(Instant.parse("2026-05-04T20:30:00Z"));
    world.mail.fail(fault(Remedy.RETRY));
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.mail.fail(null);
    world.runAt("2026-05-04T23:00:00Z");
    world.runAt("2026-05-05T05:59:00Z");
    assertThat(world.arrivals("amal")).isEmpty();
    world.runAt("2026-05-05T06:00:00Z");
    assertThat(kinds("amal")).containsExactly(Message.Kind.ALERT);
  }

  @Test
  void aboveTheDailyCapOneUrgentMessageGoesAndTheRestWaitsForTheMorning() {
    world.subscribe("amal", null, null, 1);
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.happens("b", 1, Kind.OPENED, 3);
    world.runAfter(Duration.ofHours(1));
    assertThat(world.arrivals("amal")).hasSize(1);

    world.happens("urgent", 1, Kind.OPENED, 4);
    world.runAfter(Duration.ofHours(1));
    world.happens("urgent-too", 1, Kind.OPENED, 4);
    world.runAfter(Duration.ofHours(1));
    assertThat(world.arrivals("amal"))
        .extracting(arrival -> arrival.message().text())
        .containsExactly("a@1", "urgent@1");

    world.runAt("2026-05-05T06:59:00Z");
    assertThat(world.arrivals("amal")).hasSize(2);
    world.runAt("2026-05-05T07:00:00Z");
    assertThat(world.arrivals("amal").get(2).message().steps())
        .extracting(IncidentStep::key)
        .containsExactlyInAnyOrder("b@1", "urgent-too@1");
  }

  @Test
  void aboveTheHourlyCapOfAllTheRestWaitsForTheNextHour() {
    world.hourlyCap(2);
    List.of("amal", "badr", "chadi").forEach(world::subscribe);
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.runAfter(Duration.ofMinutes(59));
    assertThat(world.mail.arrivals()).hasSize(2);
    world.runAfter(Duration.ofMinutes(2));
    assertThat(world.mail.arrivals()).extracting(Arrival::subscriptionId).doesNotHaveDuplicates();
    assertThat(world.mail.arrivals()).hasSize(3);
  }

  @Test
  void whatDidNotGetThroughIsTriedLessAndLessOftenAndGivenUpAfterFiveDays() {
    world.subscribe("amal");
    world.mail.fail(fault(Remedy.RETRY));
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.runAfter(Duration.ofSeconds(50));
    assertThat(world.mail.attempts()).isEqualTo(1);
    world.runAfter(Duration.ofSeconds(20));
    assertThat(world.mail.attempts()).isEqualTo(2);
    assertThat(world.delivery("a@1", "amal").fault()).isEqualTo("the receiver did not take it");

    long minutes = 0;
    while (world.delivery("a@1", "amal").state() == Delivery.State.WAITING) {
      world.decisions.decidedAt(world.clock.instant());
      world.runAfter(Duration.ofMinutes(1));
      minutes++;
    }
    assertThat(world.delivery("a@1", "amal").state()).isEqualTo(Delivery.State.FAILED);
    assertThat(Duration.ofMinutes(minutes)).isBetween(Duration.ofHours(100), Duration.ofHours(140));
  }

  @Test
  void aReceiverThatAsksForMoreTimeGetsIt() {
    world.subscribe("amal");
    world.mail.fail(new UndeliveredException(Remedy.RETRY, "busy", Duration.ofMinutes(30), null));
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.mail.fail(null);
    world.runAfter(Duration.ofMinutes(29));
    assertThat(world.mail.arrivals()).isEmpty();
    world.runAfter(Duration.ofMinutes(1));
    assertThat(world.arrivals("amal")).hasSize(1);
    assertThat(world.delivery("a@1", "amal"))
        .returns("250 accepted", Delivery::receipt)
        .returns(world.arrivals("amal").get(0).message().id(), Delivery::batch)
        .returns(2, Delivery::attempts);
  }

  @Test
  void anAddressThatRefusesThreeTimesInARowIsGivenUp() {
    world.subscribe("amal");
    world.mail.fail(fault(Remedy.ADDRESS_REFUSED));
    refuse("a");
    refuse("b");
    world.mail.fail(null);
    refuse("c");
    assertThat(world.subscription("amal").failures()).as("one got through").isZero();

    world.mail.fail(fault(Remedy.ADDRESS_REFUSED));
    refuse("d");
    refuse("e");
    assertThat(world.subscription("amal").state()).isEqualTo(Subscription.State.CONFIRMED);
    refuse("f");
    assertThat(world.subscription("amal").state()).isEqualTo(Subscription.State.BOUNCED);
    assertThat(world.delivery("f@1", "amal").state()).isEqualTo(Delivery.State.FAILED);
  }

  private void refuse(String incident) {
    world.happens(incident, 1, Kind.OPENED, 3);
    world.runAfter(Duration.ofMinutes(5));
  }

  @Test
  void whoUnsubscribesBeforeTheDigestGetsNone() {
    world.subscribe("amal", null, Cadence.DAILY, 5);
    world.happens("a", 1, Kind.OPENED, 3);
    world.run();
    world.subscriptions.cancel("amal");
    world.runAt("2026-05-05T07:00:00Z");
    assertThat(world.mail.arrivals()).noneMatch(a -> a.subscriptionId().equals("amal"));
    assertThat(world.delivery("a@1", "amal").state()).isEqualTo(Delivery.State.DROPPED);
  }

  @Test
  void aMutedRuleTellsNobodyNowOrLater() {
    world.subscribe("amal", null, Cadence.DAILY, 5);
    world.happens("before", 1, Kind.OPENED, 3);
    world.run();
    world.rules.put("hostility", World.RULE.mutedUntil(world.clock.instant().plusSeconds(86_400)));
    world.happens("meanwhile", 1, Kind.OPENED, 3);
    world.runAfter(Duration.ofMinutes(1));
    world.runAt("2026-05-05T07:00:00Z");
    world.rules.put("hostility", World.RULE);
    world.runAt("2026-05-06T07:00:00Z");
    assertThat(world.arrivals("amal")).isEmpty();
    assertThat(world.delivery("before@1", "amal").state()).isEqualTo(Delivery.State.DROPPED);
  }

  @Test
  void anEscalatedTextIsForThoseOneOfWhoseRulesItMeetsOnceItCanBeFound() {
    world.subscribe("amal", List.of("hostility"), ChannelKind.EMAIL, null, Cadence.WEEKLY, 5);
    world.subscribe("badr", List.of("another"), ChannelKind.EMAIL, null, null, 5);
    world.subscribe("chadi");
    world.happens("text", 1, Kind.ESCALATED, 5);
    world.run();
    assertThat(world.mail.arrivals()).isEmpty();
    world.incidents.addDocument("text", World.RULE.filters());
    world.runAfter(Duration.ofMinutes(1));
    assertThat(world.mail.arrivals())
        .extracting(Arrival::subscriptionId)
        .containsExactlyInAnyOrder("amal", "chadi");
  }

  @Test
  void anEscalatedTextThatCannotBeFoundIsForThoseWhoHearEverything() {
    world.subscribe("amal", List.of("hostility"), ChannelKind.EMAIL, null, null, 5);
    world.subscribe("chadi");
    world.happens("text", 1, Kind.ESCALATED, 5);
    world.runAfter(Duration.ofMinutes(9));
    assertThat(world.mail.arrivals()).isEmpty();
    world.runAfter(Duration.ofMinutes(1));
    assertThat(world.mail.arrivals()).extracting(Arrival::subscriptionId).containsExactly("chadi");
  }

  @Test
  void whatMayHaveArrivedIsRepeatedAsItWas() {
    world.subscribe("amal");
    world.happens("a", 1, Kind.OPENED, 3);
    world.mail.fail(new UndeliveredException(Remedy.REPEAT, "no answer", null));
    world.run();
    world.mail.fail(null);
    world.happens("b", 1, Kind.OPENED, 3);
    world.runAfter(Duration.ofMinutes(2));
    assertThat(world.arrivals("amal"))
        .as("joined to b, a would come under another id")
        .extracting(arrival -> arrival.message().steps().size())
        .containsExactly(1, 1);
  }
}
