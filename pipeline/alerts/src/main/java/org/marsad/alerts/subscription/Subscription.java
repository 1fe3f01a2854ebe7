// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.rule.Cadence;

/**
 * One way to reach one subscriber. The address is personal data: it is never logged, and never
 * leaves the index but by its own channel.
 *
 * @param id random
 * @param address an e-mail address, a URL, or a Telegram chat; blank once UNSUBSCRIBED
 * @param rules ids; an empty list is every rule
 * @param language of the messages: ar, fr or en
 * @param zone of the clock that quiet hours and mornings go by, such as Africa/Casablanca
 * @param quietHours null for none
 * @param cadence null to hear as soon as each rule says
 * @param dailyCap messages a day; what is above waits for the next day's digest
 * @param state nothing but a confirmation is sent unless it is CONFIRMED
 * @param failures permanent refusals in a row
 */
public record Subscription(
    String id,
    ChannelKind channel,
    String address,
    List<String> rules,
    String language,
    String zone,
    @Nullable QuietHours quietHours,
    @Nullable Cadence cadence,
    int dailyCap,
    State state,
    Instant created,
    int failures) {

  /** Whether the subscriber wants to hear. */
  public enum State {
    /** Asked for; the address has not confirmed it yet. */
    PENDING,
    CONFIRMED,
    UNSUBSCRIBED,
    /** The address refused messages for good, several times. */
    BOUNCED
  }

  public Subscription in(State other) {
    return changed(address, other, 0);
  }

  /** Ended by the subscriber or the operator: what is left says nothing of who it was. */
  public Subscription ended() {
    return changed("", State.UNSUBSCRIBED, 0);
  }

  public Subscription failed(int times) {
    return changed(address, state, times);
  }

  private Subscription changed(String newAddress, State newState, int newFailures) {
    return new Subscription(
        id,
        channel,
        newAddress,
        rules,
        language,
        zone,
        quietHours,
        cadence,
        dailyCap,
        newState,
        created,
        newFailures);
  }

  public boolean hears(String ruleId) {
    return rules.isEmpty() || rules.contains(ruleId);
  }
}
