// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds everything that is wrong with a subscription before it is stored. */
final class SubscriptionCheck {
  private static final List<String> LANGUAGES = List.of("ar", "fr", "en");
  private static final int HIGHEST_CAP = 100;

  private final Function<ChannelKind, Optional<? extends AddressCheck>> channels;
  private final Predicate<String> ruleExists;

  SubscriptionCheck(
      Function<ChannelKind, Optional<? extends AddressCheck>> channels,
      Predicate<String> ruleExists) {
    this.channels = channels;
    this.ruleExists = ruleExists;
  }

  /** Sentences for whoever asked; empty when all is well. */
  List<String> faults(Subscription asked) {
    List<String> faults = new ArrayList<>();
    addressFault(asked).ifPresent(faults::add);
    for (String rule : asked.rules()) {
      if (!ruleExists.test(rule)) {
        faults.add("there is no rule \"" + rule + "\": list the rules to see which there are");
      }
    }
    if (!LANGUAGES.contains(asked.language())) {
      faults.add("the language has to be one of " + String.join(", ", LANGUAGES));
    }
    if (!ZoneId.getAvailableZoneIds().contains(asked.zone())) {
      faults.add("there is no such time zone: name one such as Africa/Casablanca");
    }
    if (asked.dailyCap() < 1 || asked.dailyCap() > HIGHEST_CAP) {
      faults.add("messages a day have to be 1 to " + HIGHEST_CAP);
    }
    return faults;
  }

  private Optional<String> addressFault(Subscription asked) {
    Optional<? extends AddressCheck> channel = channels.apply(asked.channel());
    if (channel.isEmpty()) {
      return Optional.of(
          "the channel " + asked.channel() + " is not set up here: choose another, or set it up");
    }
    try {
      channel.get().check(asked.address());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
