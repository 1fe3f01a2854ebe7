// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.Channels;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.InvalidSubscriptionException;
import org.marsad.alerts.subscription.QuietHours;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.job.settings.Settings;
import org.marsad.model.Morocco;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Subscribers: asked, confirmed on their behalf, and let go. */
@Command(
    name = "subscriptions",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Who hears of alerts. Lists show addresses: they are for the operator's eyes.")
final class AlertSubscriptionsCommand extends CommandGroup {
  private static final String KIND = "subscription";

  /** Say what channels there are. */
  @Mixin SettingsFile settings = new SettingsFile();

  @Command(name = "list", mixinStandardHelpOptions = true, description = "All subscriptions.")
  int list(@Mixin IndexOptions options) {
    try (AlertSession session = AlertSession.open(options)) {
      session.alerts().subscriptions().all().forEach(kept -> JsonLine.print(kept.value()));
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Asks for a subscription. The running Marsad then asks the address to confirm it.")
  int add(
      @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}.") ChannelKind channel,
      @Parameters(
              index = "1",
              paramLabel = "ADDRESS",
              description = "An e-mail address, a URL, or a Telegram chat.")
          String address,
      @Option(
              names = "--rule",
              paramLabel = "ID",
              description = "Of this rule; may be repeated (default: every rule).")
          @Nullable List<String> rules,
      @Option(
              names = "--language",
              paramLabel = "ar|fr|en",
              description = "Of the messages (default: ${DEFAULT-VALUE}).",
              defaultValue = "en")
          String language,
      @Option(
              names = "--zone",
              description =
                  "Whose clock mornings and quiet hours follow (default: ${DEFAULT-VALUE}).",
              defaultValue = Morocco.ZONE)
          String zone,
      @Option(
              names = "--quiet",
              paramLabel = "HH:MM-HH:MM",
              description = "When not to be woken, such as 22:00-07:00.")
          @Nullable String quiet,
      @Option(
              names = "--cadence",
              description = "${COMPLETION-CANDIDATES} (default: as each rule says).")
          @Nullable Cadence cadence,
      @Option(
              names = "--daily-cap",
              paramLabel = "N",
              description = "Messages a day at most (default: ${DEFAULT-VALUE}).",
              defaultValue = "10")
          int dailyCap,
      @Mixin IndexOptions options) {
    QuietHours quietHours = quiet == null ? null : quietHours(quiet);
    try (AlertSession session = AlertSession.open(options);
        Channels channels = channels(options)) {
      Subscriptions subscriptions =
          AlertWiring.subscriptions(session.alerts(), channels::of, tokens(options));
      Subscriptions.Requested requested =
          subscriptions.request(
              channel,
              address,
              rules == null ? List.of() : rules,
              language,
              zone,
              quietHours,
              cadence,
              dailyCap);
      Subscription asked = requested.subscription();
      subscriptions.record(requested, id -> session.record("subscribe", KIND, id));
      JsonLine.print(asked);
      if (channel == ChannelKind.WEBHOOK) {
        Terminal.err()
            .println("Secret         " + tokens(options).issue(Tokens.Purpose.WEBHOOK, asked.id()));
      }
      return ExitStatus.OK;
    } catch (InvalidSubscriptionException fault) {
      throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()), fault);
    }
  }

  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = "Confirms with the code of the message, for whoever cannot open its link.")
  int confirm(
      @Parameters(paramLabel = "CODE", description = "From the request for confirmation.")
          String code,
      @Mixin IndexOptions options) {
    try (AlertSession session = AlertSession.open(options)) {
      String id =
          tokens(options)
              .read(Tokens.Purpose.CONFIRM, code)
              .orElseThrow(AlertSubscriptionsCommand::unconfirmed);
      session.record("confirm", KIND, id);
      if (!ofAnyChannel(session, options).confirm(code)) {
        throw unconfirmed();
      }
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Ends a subscription and erases its address.")
  int remove(
      @Parameters(paramLabel = "ID", description = "The subscription.") String id,
      @Mixin IndexOptions options) {
    try (AlertSession session = AlertSession.open(options)) {
      if (session.alerts().subscriptions().find(id).isEmpty()) {
        throw new Remedy(
            "there is no subscription " + id + ": ./marsad alerts subscriptions list shows them");
      }
      session.record("unsubscribe", KIND, id);
      boolean unused = ofAnyChannel(session, options).cancel(id);
      return ExitStatus.OK;
    }
  }

  private static Remedy unconfirmed() {
    return new Remedy(
        "the code does not confirm anything: it is not ours, or older than a week; ask again with"
            + " ./marsad alerts subscriptions add");
  }

  private QuietHours quietHours(String text) {
    String[] times = text.split("-", -1);
    try {
      if (times.length == 2) {
        return new QuietHours(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
      }
    } catch (DateTimeException e) {
      // Told below, as every text that is no pair of times.
    }
    throw new ParameterException(
        spec.commandLine(), "--quiet " + text + " is no pair of times such as 22:00-07:00");
  }

  private Channels channels(IndexOptions options) {
    return AlertWiring.channels(Settings.read(settings.path()).alerts(), tokens(options));
  }

  private static Tokens tokens(IndexOptions options) {
    return new Tokens(SecretKey.ALERTS.in(options.data).bytes());
  }

  /** Settings that are wrong must not keep anybody from leaving. */
  private static Subscriptions ofAnyChannel(AlertSession session, IndexOptions options) {
    return AlertWiring.subscriptions(session.alerts(), kind -> Optional.empty(), tokens(options));
  }
}
