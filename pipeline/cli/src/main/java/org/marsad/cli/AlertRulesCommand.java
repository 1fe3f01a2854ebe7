// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.Preview;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.RuleFile;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.alerts.AlertIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Rules: seen, tried, kept, muted, and asked why they did not fire. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "What is watched for rises.")
final class AlertRulesCommand extends CommandGroup {
  @Command(name = "list", mixinStandardHelpOptions = true, description = "All rules.")
  int list(@Mixin IndexOptions options) {
    return with(
        options, (rules, record) -> rules.all().forEach(kept -> JsonLine.print(kept.value())));
  }

  @Command(
      name = "put",
      mixinStandardHelpOptions = true,
      description = "Keeps the rules of a file; one with the same id is replaced.")
  int put(
      @Parameters(
              paramLabel = "FILE",
              description = "Rules, in the form of the shipped rules.yaml.")
          Path file,
      @Mixin IndexOptions options) {
    List<AlertRule> read = RuleFile.read(file);
    return with(
        options,
        (rules, record) -> {
          for (AlertRule rule : read) {
            rules.find(rule.id()).ifPresent(known -> requireOurs(known.value()));
          }
          for (AlertRule rule : read) {
            AlertRule ours = rule.from(AlertRule.Origin.USER);
            record.of(rules.find(ours.id()).isEmpty() ? "create" : "change", ours.id());
            rules.put(ours.id(), ours);
            JsonLine.print(ours);
          }
        });
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forgets a rule.")
  int remove(
      @Parameters(paramLabel = "ID", description = "The rule.") String id,
      @Mixin IndexOptions options) {
    return with(
        options,
        (rules, record) -> {
          requireOurs(known(rules, id).value());
          record.of("delete", id);
          rules.remove(id);
        });
  }

  @Command(
      name = "mute",
      mixinStandardHelpOptions = true,
      description = "Lets a rule be judged and logged, but tells nobody for a time.")
  int mute(
      @Parameters(paramLabel = "ID", description = "The rule.") String id,
      @Option(
              names = "--days",
              paramLabel = "N",
              description = "For how long; 0 ends it (default: ${DEFAULT-VALUE}).",
              defaultValue = "7")
          int days,
      @Mixin IndexOptions options) {
    if (days < 0 || days > 366) {
      throw new ParameterException(spec.commandLine(), "--days is 0 to 366, not " + days);
    }
    @Nullable Instant until = days == 0 ? null : Instant.now().plus(Duration.ofDays(days));
    return with(
        options,
        (rules, record) -> {
          AlertRule muted = known(rules, id).value().mutedUntil(until);
          record.of(until == null ? "unmute" : "mute", id);
          rules.put(id, muted);
          JsonLine.print(muted);
        });
  }

  @Command(
      name = "preview",
      mixinStandardHelpOptions = true,
      description = "What the rules of a file would have done in the past year.")
  int preview(
      @Parameters(
              paramLabel = "FILE",
              description = "Rules, in the form of the shipped rules.yaml.")
          Path file,
      @Mixin IndexOptions options) {
    List<AlertRule> read = RuleFile.read(file);
    try (AlertSession session = AlertSession.open(options)) {
      Preview preview = new Preview(session.alerts().counts(), Clock.systemUTC());
      boolean allCounted = true;
      for (AlertRule rule : read) {
        Preview.Result result = preview.of(rule);
        JsonLine.print(new RulePreview(rule.id(), result));
        allCounted &= result.fault() == null;
      }
      return allCounted ? ExitStatus.OK : ExitStatus.BAD_INPUT;
    }
  }

  /** A rule and what it would have done. */
  private record RulePreview(String rule, Preview.Result preview) {}

  @Command(
      name = "decisions",
      mixinStandardHelpOptions = true,
      description = "Why a rule did or did not fire, newest bucket first.")
  int decisions(
      @Parameters(paramLabel = "ID", description = "The rule.") String id,
      @Mixin Most most,
      @Mixin IndexOptions options) {
    try (AlertSession session = AlertSession.open(options)) {
      AlertIndex alerts = session.alerts();
      known(alerts.rules(), id);
      alerts.decisions().of(id, Instant.now(), most.lines).forEach(JsonLine::print);
      return ExitStatus.OK;
    }
  }

  private interface Work {
    void on(Shelf<AlertRule> rules, Record record);
  }

  /** Says what is about to be done to which rule. */
  private interface Record {
    void of(String action, String ruleId);
  }

  private static int with(IndexOptions options, Work work) {
    try (AlertSession session = AlertSession.open(options)) {
      work.on(session.alerts().rules(), (action, id) -> session.record(action, "rule", id));
      return ExitStatus.OK;
    }
  }

  private static Kept<AlertRule> known(Shelf<AlertRule> rules, String id) {
    return rules
        .find(id)
        .orElseThrow(
            () -> new Remedy("there is no rule " + id + ": ./marsad alerts rules list shows them"));
  }

  private static void requireOurs(AlertRule rule) {
    if (rule.origin() == AlertRule.Origin.FILE) {
      throw new Remedy(
          "the rule "
              + rule.id()
              + " comes from the operator's file: change it there, and restart");
    }
  }
}
