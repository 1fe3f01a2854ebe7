// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.AlertChannel;
import org.marsad.alerts.message.Letters;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.model.SourceHealth;

/**
 * Brings steps to people. Everything that matters is in the stores, written so that a run which
 * stops anywhere is made good by the next: each step reaches each subscriber, and if it is sent
 * twice, then under the same message id. Several dispatchers may share the stores; one dispatcher
 * is run by one thread at a time.
 */
public final class Dispatcher {
  private final Stores stores;
  private final Subscriptions subscriptions;
  private final Handout handout;
  private final Sending sending;
  private final TroubleCheck check;
  private final OperatorNotice notice;
  private final SilentSources silence;
  private final DeadMansSwitch heartbeat;
  private final Clock clock;

  /**
   * @param channels those that are set up
   * @param sources how each feed is doing
   */
  public Dispatcher(
      Stores stores,
      Subscriptions subscriptions,
      Function<ChannelKind, Optional<AlertChannel>> channels,
      Letters letters,
      Tokens tokens,
      DispatchSettings settings,
      Pinger pinger,
      Supplier<List<SourceHealth>> sources,
      Clock clock) {
    Postman postman =
        new Postman(channels, letters, new Links(settings.publicUrl(), tokens), tokens);
    Faults faults = new Faults();
    this.stores = stores;
    this.subscriptions = subscriptions;
    this.handout = new Handout(stores, settings.catchUpSettle());
    this.sending =
        new Sending(stores, settings, postman, new Settlement(stores, faults, clock), clock);
    this.check = new TroubleCheck(stores, postman, settings.decisionsOverdueAfter(), faults, clock);
    this.notice = new OperatorNotice(stores.deliveries(), postman, settings, clock);
    this.silence = new SilentSources(sources);
    this.heartbeat = new DeadMansSwitch(settings.heartbeatUrl(), pinger, clock);
    this.clock = clock;
  }

  /**
   * Does everything that is due. While the stores are away their exception comes through: log it
   * and run again later, nothing is half done.
   */
  public DispatchReport run() {
    Instant now = clock.instant();
    Tally tally = new Tally();
    List<SourceHealth> silent = silence.find();
    subscriptions.expire();
    Map<String, AlertRule> rules = new LinkedHashMap<>();
    stores.rules().all().forEach(kept -> rules.put(kept.id(), kept.value()));
    Audience audience = new Audience(stores, rules);
    handout.run(audience, now, tally);
    sending.run(audience, SilentSources.outlets(silent), now, tally);
    return tally.report(beat(rules, silent));
  }

  private Heartbeat beat(Map<String, AlertRule> rules, List<SourceHealth> silent) {
    Instant now = clock.instant();
    @Nullable Instant lastDecision = stores.decisions().lastDecidedAt().orElse(null);
    List<Trouble> troubles = check.find(rules.values(), lastDecision, now);
    Heartbeat beat =
        new Heartbeat(now, lastDecision, troubles.stream().map(Trouble::text).toList());
    stores.heartbeats().put(Heartbeat.ID, beat);
    if (troubles.isEmpty()) {
      heartbeat.allIsWell();
    }
    notice.tell(Stream.concat(troubles.stream(), SilentSources.troubles(silent).stream()).toList());
    return beat;
  }
}
