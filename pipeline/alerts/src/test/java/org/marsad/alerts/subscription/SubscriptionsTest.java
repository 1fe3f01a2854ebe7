// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.dispatch.memory.MemoryShelf;
import org.marsad.alerts.dispatch.memory.Power;
import org.marsad.alerts.dispatch.memory.RecordingChannel;
import org.marsad.alerts.subscription.Subscription.State;
import org.marsad.alerts.subscription.Tokens.Purpose;
import org.marsad.model.MovableClock;

final class SubscriptionsTest {
  private final Power power = new Power();
  private final MemoryShelf<Subscription> shelf = new MemoryShelf<>(power);
  private final Tokens tokens = new Tokens(new byte[32]);
  private final MovableClock clock = new MovableClock(Instant.parse("2026-05-04T10:00:00Z"));
  private final RecordingChannel mail = new RecordingChannel(ChannelKind.EMAIL, power);
  private final Subscriptions subscriptions =
      new Subscriptions(
          shelf,
          tokens,
          kind -> kind == ChannelKind.EMAIL ? Optional.of(mail) : Optional.empty(),
          "hostility"::equals,
          clock);

  private Subscription request(String address, String... rules) {
    return subscriptions
        .request(
            ChannelKind.EMAIL, address, List.of(rules), "ar", "Africa/Casablanca", null, null, 10)
        .subscription();
  }

  private State state(String id) {
    return shelf.find(id).orElseThrow().value().state();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithoutTheAddress() {
    InvalidSubscriptionException wrong =
        catchThrowableOfType(
            InvalidSubscriptionException.class,
            () ->
                subscriptions.request(
                    ChannelKind.EMAIL,
                    "amal.example.org",
                    List.of("hostility", "unknown"),
                    "de",
                    "Mars/Olympus",
                    null,
                    null,
                    101));
    assertThat(wrong.faults()).hasSize(5).anyMatch(fault -> fault.contains("\"unknown\""));
    assertThat(wrong).hasMessageNotContaining("amal");
    assertThatThrownBy(
            () ->
                subscriptions.request(
                    ChannelKind.SLACK, "x@example.org", List.of(), "ar", "UTC", null, null, 10))
        .hasMessageContaining("SLACK is not set up");
    assertThat(shelf.all()).isEmpty();
  }

  @Test
  void askingTwiceMakesOneSubscription() {
    Subscription first = request("amal@example.org", "hostility");
    assertThat(request(" amal@example.org", "hostility", "hostility")).isEqualTo(first);
    assertThat(request("amal@example.org")).isNotEqualTo(first);
    assertThat(shelf.all()).hasSize(2);
  }

  @Test
  void aStrangerCannotBeFloodedWithRequests() {
    Subscriptions lenient =
        new Subscriptions(shelf, tokens, kind -> Optional.of(mail), rule -> true, clock);
    for (String rule : List.of("a", "b", "c")) {
      lenient.request(
          ChannelKind.EMAIL, "amal@example.org", List.of(rule), "ar", "UTC", null, null, 10);
    }
    assertThatThrownBy(() -> request("amal@example.org", "hostility"))
        .hasMessageContaining("unconfirmed");
  }

  @Test
  void onlyItsOwnCodeConfirmsAndOnlyWithinAWeek() {
    Subscription asked = request("amal@example.org");
    assertThat(subscriptions.confirm(tokens.code(Purpose.UNSUBSCRIBE, asked.id()))).isFalse();
    assertThat(state(asked.id())).isEqualTo(State.PENDING);
    String code = tokens.code(Purpose.CONFIRM, asked.id());
    assertThat(subscriptions.confirm(code)).isTrue();
    assertThat(subscriptions.confirm(code)).as("a second click").isTrue();
    assertThat(state(asked.id())).isEqualTo(State.CONFIRMED);

    Subscription late = request("badr@example.org");
    clock.move(Duration.ofDays(7));
    assertThat(subscriptions.confirm(tokens.code(Purpose.CONFIRM, late.id()))).isFalse();
    assertThat(subscriptions.expire()).isEqualTo(1);
    assertThat(shelf.find(late.id())).isEmpty();
    assertThat(shelf.find(asked.id())).isPresent();
  }

  @Test
  void unsubscribingErasesTheAddressAndLeavesTheWayBackOpen() {
    Subscription asked = request("amal@example.org");
    subscriptions.confirm(tokens.code(Purpose.CONFIRM, asked.id()));
    assertThat(subscriptions.unsubscribe(tokens.code(Purpose.CONFIRM, asked.id()))).isFalse();
    assertThat(subscriptions.unsubscribe(tokens.code(Purpose.UNSUBSCRIBE, asked.id()))).isTrue();
    assertThat(shelf.find(asked.id()).orElseThrow().value())
        .returns(State.UNSUBSCRIBED, Subscription::state)
        .returns("", Subscription::address);
    assertThat(subscriptions.confirm(tokens.code(Purpose.CONFIRM, asked.id())))
        .as("an old code does not bring it back")
        .isFalse();
    assertThat(request("amal@example.org").id()).isNotEqualTo(asked.id());
    assertThat(subscriptions.cancel("nobody")).isFalse();
  }
}
