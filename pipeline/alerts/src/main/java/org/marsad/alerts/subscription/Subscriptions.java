// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.alerts.subscription.Subscription.State;

/**
 * How subscribers come and go, by double opt-in: an address hears nothing but one request for
 * confirmation until whoever reads it confirms. Thread-safe.
 */
public final class Subscriptions {
  /** A request that nobody confirmed for so long is forgotten, with its address. */
  public static final Duration CONFIRMABLE = Duration.ofDays(7);

  /** So that nobody can flood a stranger with requests for confirmation. */
  private static final int MOST_PENDING = 3;

  private final Shelf<Subscription> shelf;
  private final Tokens tokens;
  private final SubscriptionCheck check;
  private final Clock clock;

  /**
   * @param channels those that are set up
   * @param ruleExists of a rule's id
   */
  public Subscriptions(
      Shelf<Subscription> shelf,
      Tokens tokens,
      Function<ChannelKind, Optional<? extends AddressCheck>> channels,
      Predicate<String> ruleExists,
      Clock clock) {
    this.shelf = shelf;
    this.tokens = tokens;
    this.check = new SubscriptionCheck(channels, ruleExists);
    this.clock = clock;
  }

  /**
   * What came of a request.
   *
   * @param subscription PENDING; or the one of that address to the same rules that is there already
   */
  public record Requested(Subscription subscription, boolean isNew) {}

  /**
   * Asks for a subscription; for the parameters see {@link Subscription}.
   *
   * @throws InvalidSubscriptionException that lists everything that is wrong
   */
  public synchronized Requested request(
      ChannelKind channel,
      String address,
      List<String> rules,
      String language,
      String zone,
      @Nullable QuietHours quietHours,
      @Nullable Cadence cadence,
      int dailyCap) {
    Subscription asked =
        new Subscription(
            UUID.randomUUID().toString(),
            channel,
            address.strip(),
            rules.stream().distinct().toList(),
            language,
            zone,
            quietHours,
            cadence,
            dailyCap,
            State.PENDING,
            clock.instant(),
            0);
    List<Subscription> former = living(asked);
    List<String> faults = new ArrayList<>(check.faults(asked));
    Optional<Subscription> same =
        former.stream()
            .filter(s -> Set.copyOf(s.rules()).equals(Set.copyOf(asked.rules())))
            .findFirst();
    if (same.isEmpty()
        && former.stream().filter(s -> s.state() == State.PENDING).count() >= MOST_PENDING) {
      faults.add("the address has " + MOST_PENDING + " unconfirmed requests: confirm those first");
    }
    if (!faults.isEmpty()) {
      throw new InvalidSubscriptionException(faults);
    }
    if (same.isPresent()) {
      return new Requested(same.get(), false);
    }
    shelf.create(asked.id(), asked);
    return new Requested(asked, true);
  }

  /**
   * Records a request, which has its id only once it is made; a new one that cannot be recorded is
   * taken back.
   *
   * @param log takes its id; may throw
   */
  public void record(Requested requested, Consumer<String> log) {
    String id = requested.subscription().id();
    try {
      log.accept(id);
    } catch (RuntimeException e) {
      if (requested.isNew()) {
        boolean unused = cancel(id);
      }
      throw e;
    }
  }

  /**
   * The subscriber wants it.
   *
   * @param code from the request for confirmation
   * @return false where the code is not ours, the request has expired, or the subscription has
   *     ended: it has to be asked for again
   */
  public boolean confirm(String code) {
    return tokens.read(Tokens.Purpose.CONFIRM, code).map(this::confirmed).orElse(false);
  }

  private boolean confirmed(String id) {
    return change(
        id,
        former ->
            former.state() == State.PENDING && !isExpired(former)
                ? former.in(State.CONFIRMED)
                : former,
        State.CONFIRMED);
  }

  /**
   * The subscriber does not want it any more; the address is erased.
   *
   * @param code from any message
   * @return false where the code is not ours
   */
  public boolean unsubscribe(String code) {
    return tokens.read(Tokens.Purpose.UNSUBSCRIBE, code).map(this::cancel).orElse(false);
  }

  /**
   * Ends a subscription on behalf of the operator; the address is erased.
   *
   * @return false where there is none
   */
  public boolean cancel(String id) {
    return change(id, Subscription::ended, State.UNSUBSCRIBED);
  }

  /**
   * Forgets the requests that nobody confirmed.
   *
   * @return how many
   */
  public int expire() {
    int count = 0;
    for (Kept<Subscription> kept : shelf.all()) {
      // Nobody can confirm it meanwhile: it has expired for them too.
      if (isExpired(kept.value()) && shelf.remove(kept.id())) {
        count++;
      }
    }
    return count;
  }

  private boolean isExpired(Subscription subscription) {
    Instant end = subscription.created().plus(CONFIRMABLE);
    return subscription.state() == State.PENDING && !clock.instant().isBefore(end);
  }

  private List<Subscription> living(Subscription asked) {
    return shelf.all().stream()
        .map(Kept::value)
        .filter(s -> s.state() == State.PENDING || s.state() == State.CONFIRMED)
        .filter(s -> !isExpired(s))
        .filter(s -> s.channel() == asked.channel() && s.address().equals(asked.address()))
        .toList();
  }

  /**
   * @return whether it is in that state now
   */
  private boolean change(String id, UnaryOperator<Subscription> step, State wanted) {
    while (true) {
      Optional<Kept<Subscription>> former = shelf.find(id);
      if (former.isEmpty()) {
        return false;
      }
      Subscription value = step.apply(former.get().value());
      if (value.equals(former.get().value()) || shelf.replace(former.get(), value)) {
        return value.state() == wanted;
      }
    }
  }
}
