// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.message.Message.Link;
import org.marsad.alerts.rule.AlertRule;

/** The page that tells shortly of several steps, by rule, the worst first. */
final class DigestPage {
  /** More than these nobody reads; the rest is counted. */
  static final int MOST_LISTED = 40;

  private static final Comparator<IncidentStep> WORST_FIRST =
      Comparator.comparingInt(IncidentStep::severity)
          .thenComparingLong(IncidentStep::observed)
          .reversed()
          .thenComparing(IncidentStep::from)
          .thenComparing(IncidentStep::key);

  private final Catalogue words;
  private final StepWords told;
  private final SilentWords silence;

  DigestPage(Catalogue words, Names names) {
    this.words = words;
    this.silence = new SilentWords(words, new ExplanationWords(words, names));
    this.told = new StepWords(words);
  }

  /** How many rules the steps are of; escalations, which belong to none, count as one. */
  static int rules(List<IncidentStep> steps) {
    return byRule(steps).size();
  }

  /**
   * @param silent ids of outlets with feeds that have fallen silent
   */
  void write(List<IncidentStep> steps, List<String> silent, Map<Link, String> links, Sheet sheet) {
    sheet.title(words.text("digest.title"));
    sheet.say(words.text("digest.lead", Map.of("count", steps.size(), "rules", rules(steps))));
    long old = steps.stream().filter(IncidentStep::catchUp).count();
    if (old > 0) {
      sheet.emphasise(words.text("digest.catchUp", Map.of("count", old)));
    }
    WebPages pages = new WebPages(links.get(Link.INCIDENT));
    int left = MOST_LISTED;
    for (List<IncidentStep> group : byRule(steps)) {
      if (left == 0) {
        break;
      }
      List<IncidentStep> listed = group.subList(0, Math.min(left, group.size()));
      left -= listed.size();
      sheet.heading(told.rule(listed.get(0)));
      listed.forEach(step -> write(step, pages, sheet));
    }
    if (steps.size() > MOST_LISTED) {
      sheet.say(words.text("digest.more", Map.of("count", steps.size() - MOST_LISTED)));
    }
    sheet.heading(words.text("caveats"));
    sheet.list(caveats(steps, silent));
    Foreign.address(links.get(Link.INCIDENT))
        .ifPresent(page -> sheet.button(words.text("digest.all"), page));
  }

  private void write(IncidentStep step, WebPages pages, Sheet sheet) {
    boolean single = step.kind() == IncidentStep.Kind.ESCALATED;
    List<String> origin = new ArrayList<>();
    origin.add(single ? new Dates(words).zoned(step.from()) : told.when(step));
    origin.add(Labels.of(words.language()).severity(step.severity()));
    if (step.catchUp()) {
      origin.add(words.text("digest.away"));
    }
    sheet.item(
        told.what(step),
        single ? "" : told.numbersOf(step),
        words.list(origin),
        pages
            .incident(step.incidentId())
            .map(page -> Map.of(words.text("action.see"), page))
            .orElse(Map.of()));
  }

  private List<String> caveats(List<IncidentStep> steps, List<String> silent) {
    List<String> caveats = new ArrayList<>();
    silence.of("caveat.silentNow", silent).ifPresent(caveats::add);
    if (steps.stream().anyMatch(step -> step.severity() >= Caveats.GRAVE)) {
      caveats.add(words.text("caveat.unreviewed"));
    }
    if (steps.stream().anyMatch(IncidentStep::withholds)) {
      caveats.add(words.text("caveat.withheld"));
    }
    caveats.add(words.text("caveat.classifier"));
    return caveats;
  }

  private static Collection<List<IncidentStep>> byRule(List<IncidentStep> steps) {
    Map<String, List<IncidentStep>> groups = new LinkedHashMap<>();
    steps.stream()
        .sorted(WORST_FIRST)
        .forEach(step -> groups.computeIfAbsent(rule(step), key -> new ArrayList<>()).add(step));
    return groups.values();
  }

  /** No rule's id is empty. */
  private static String rule(IncidentStep step) {
    AlertRule rule = step.rule();
    return rule == null ? "" : rule.id();
  }
}
