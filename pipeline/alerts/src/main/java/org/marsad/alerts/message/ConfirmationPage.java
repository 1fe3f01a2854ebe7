// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.message.Message.Link;
import org.marsad.alerts.subscription.QuietHours;
import org.marsad.alerts.subscription.Subscription;

/**
 * The page that asks an address whether it wants to hear from Marsad; it never names the address.
 */
final class ConfirmationPage {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final int MOST_RULES = 20;

  private final Catalogue words;
  private final Labels labels;

  ConfirmationPage(Catalogue words) {
    this.words = words;
    this.labels = Labels.of(words.language());
  }

  void write(String code, Subscription asked, Map<Link, String> links, Sheet sheet) {
    sheet.title(words.text("confirm.title"));
    sheet.say(words.text("confirm.lead"));
    sheet.facts(facts(asked));
    Foreign.address(links.get(Link.CONFIRM))
        .ifPresent(page -> sheet.button(words.text("confirm.action"), page));
    sheet.say(words.text("confirm.code"));
    sheet.code(code);
    sheet.say(words.text("confirm.ignore"));
  }

  private Map<String, String> facts(Subscription asked) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(words.text("confirm.rules"), rules(asked.rules()));
    facts.put(words.text("confirm.channel"), labels.channel(asked.channel()));
    facts.put(
        words.text("confirm.cadence"),
        asked.cadence() == null
            ? words.text("confirm.cadence.rule")
            : labels.cadence(asked.cadence()));
    QuietHours quiet = asked.quietHours();
    if (quiet != null) {
      facts.put(
          words.text("confirm.quiet"),
          words.text(
              "confirm.quiet.value",
              Map.of(
                  "from", CLOCK.format(quiet.from()),
                  "to", CLOCK.format(quiet.to()),
                  "zone", isolated(asked.zone()))));
    }
    facts.put(
        words.text("confirm.cap"),
        words.text("confirm.cap.value", Map.of("count", asked.dailyCap())));
    return facts;
  }

  private String rules(List<String> ids) {
    if (ids.isEmpty()) {
      return words.text("confirm.rules.all");
    }
    String named = words.list(ids.stream().limit(MOST_RULES).map(this::isolated).toList());
    return ids.size() > MOST_RULES ? named + " (+" + (ids.size() - MOST_RULES) + ")" : named;
  }

  private String isolated(String foreign) {
    return Isolation.within(words.rightToLeft(), Foreign.name(foreign));
  }
}
