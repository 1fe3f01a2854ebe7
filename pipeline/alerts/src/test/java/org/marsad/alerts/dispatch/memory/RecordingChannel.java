// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.AlertChannel;
import org.marsad.alerts.channel.UndeliveredException;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;

/** Keeps what it was given to send, until it is told to fail. */
public final class RecordingChannel implements AlertChannel {
  /** A message that arrived. */
  public record Arrival(Message message, String subscriptionId, String address) {}

  private final List<Arrival> arrivals = new ArrayList<>();
  private final ChannelKind kind;
  private final Power power;
  private @Nullable UndeliveredException failure;
  private int attempts;

  public RecordingChannel(ChannelKind kind, Power power) {
    this.kind = kind;
    this.power = power;
  }

  /** Fails from now on; null to work again. */
  public void fail(@Nullable UndeliveredException with) {
    failure = with;
  }

  public List<Arrival> arrivals() {
    return arrivals;
  }

  public int attempts() {
    return attempts;
  }

  @Override
  public ChannelKind kind() {
    return kind;
  }

  @Override
  public String send(Message message, Subscription to) throws UndeliveredException {
    attempts++;
    if (failure != null) {
      throw failure;
    }
    arrivals.add(new Arrival(message, to.id(), to.address()));
    power.done();
    return "250 accepted";
  }

  @Override
  public void check(String address) {
    if (!address.contains("@")) {
      throw new IllegalArgumentException("the address has no @: give one like name@example.org");
    }
  }
}
