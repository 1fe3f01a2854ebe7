// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.IncidentStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Incidents: seen, and judged. */
@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "The rises that were found.")
final class AlertIncidentsCommand extends CommandGroup {
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "The latest step of each incident, latest first.")
  int list(
      @Option(names = "--rule", paramLabel = "ID", description = "Of this rule alone.")
          @Nullable String rule,
      @Mixin Most most,
      @Mixin IndexOptions options) {
    try (AlertSession session = AlertSession.open(options)) {
      session.alerts().incidents().latest(rule, null, most.lines).forEach(JsonLine::print);
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "All steps of an incident with their explanation, first one first.")
  int show(
      @Parameters(paramLabel = "ID", description = "The incident.") String id,
      @Mixin IndexOptions options) {
    try (AlertSession session = AlertSession.open(options)) {
      known(session, id).forEach(JsonLine::print);
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "judge",
      mixinStandardHelpOptions = true,
      description = "Says whether an incident was worth an alert; the last word counts.")
  int judge(
      @Parameters(index = "0", paramLabel = "ID", description = "The incident.") String id,
      @Parameters(index = "1", description = "${COMPLETION-CANDIDATES}.")
          Verdict.Judgement judgement,
      @Option(names = "--note", paramLabel = "TEXT", description = "Why.") @Nullable String note,
      @Mixin IndexOptions options) {
    try (AlertSession session = AlertSession.open(options)) {
      Verdict verdict =
          new Verdict(
              id, ruleOf(known(session, id)), judgement, note, Verdict.LOCAL, Instant.now());
      session.record("judge", "incident", id);
      session.alerts().verdicts().put(id, verdict);
      JsonLine.print(verdict);
      return ExitStatus.OK;
    }
  }

  private static String ruleOf(List<IncidentStep> steps) {
    var rule = steps.get(0).rule();
    return rule == null ? "" : rule.id();
  }

  private static List<IncidentStep> known(AlertSession session, String id) {
    List<IncidentStep> steps = session.alerts().incidents().steps(id);
    if (steps.isEmpty()) {
      throw new Remedy(
          "there is no incident " + id + ": ./marsad alerts incidents list shows them");
    }
    return steps;
  }
}
