// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.marsad.alerts.channel.AlertChannel;
import org.marsad.alerts.channel.UndeliveredException;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.message.Letters;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one message and brings it to its reader. */
final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Function<ChannelKind, Optional<AlertChannel>> channels;
  private final Letters letters;
  private final Links links;
  private final Tokens tokens;

  Postman(
      Function<ChannelKind, Optional<AlertChannel>> channels,
      Letters letters,
      Links links,
      Tokens tokens) {
    this.channels = channels;
    this.letters = letters;
    this.links = links;
    this.tokens = tokens;
  }

  /**
   * Tells a subscriber of the items, at least one.
   *
   * @param silent ids of outlets with feeds that have fallen silent
   * @return what the receiver answered
   * @throws UndeliveredException whatever goes wrong: one faulty message stops no others
   */
  String deliver(String id, List<Item> items, List<String> silent, Subscription to)
      throws UndeliveredException {
    AlertChannel channel = channel(to.channel());
    try {
      return channel.send(message(id, items, silent, to), to);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw unexpected(to.channel(), e);
    }
  }

  /** Tells the operator that alerting itself fails. */
  void report(String id, List<String> faults, Subscription operator) throws UndeliveredException {
    AlertChannel channel = channel(operator.channel());
    try {
      channel.send(letters.trouble(id, operator.language(), faults), operator);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw unexpected(operator.channel(), e);
    }
  }

  boolean isSetUp(ChannelKind channel) {
    return channels.apply(channel).isPresent();
  }

  private AlertChannel channel(ChannelKind kind) throws UndeliveredException {
    Optional<AlertChannel> channel = channels.apply(kind);
    if (channel.isEmpty()) {
      throw new UndeliveredException(
          Remedy.OPERATOR, "the channel " + kind + " is not set up: set it up", null);
    }
    return channel.get();
  }

  /** The exception's own text may name an address. */
  private static UndeliveredException unexpected(ChannelKind kind, Throwable e) {
    String fault = "a message by " + kind + " met an unexpected " + e.getClass().getSimpleName();
    LOG.error("{} at {}", fault, e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
    return new UndeliveredException(Remedy.RETRY, fault, null);
  }

  private Message message(String id, List<Item> items, List<String> silent, Subscription to) {
    Map<Message.Link, String> leads = new EnumMap<>(Message.Link.class);
    leads.put(Message.Link.UNSUBSCRIBE, links.unsubscribe(to));
    List<IncidentStep> steps = items.stream().map(Item::step).filter(Objects::nonNull).toList();
    if (steps.isEmpty()) {
      leads.put(Message.Link.CONFIRM, links.confirm(to));
      return letters.confirmation(id, tokens.code(Tokens.Purpose.CONFIRM, to.id()), to, leads);
    }
    if (steps.size() == 1) {
      leads.put(Message.Link.INCIDENT, links.incident(steps.get(0).incidentId()));
      return letters.alert(id, steps.get(0), to.language(), leads);
    }
    leads.put(Message.Link.INCIDENT, links.incidents());
    return letters.digest(id, steps, silent, to.language(), leads);
  }
}
