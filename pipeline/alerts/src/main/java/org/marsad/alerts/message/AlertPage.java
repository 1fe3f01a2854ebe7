// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.message.Message.Link;

/** The page that tells of one step, with all that there is to judge it by. */
final class AlertPage {
  private final Catalogue words;
  private final StepWords told;
  private final ExplanationWords explained;
  private final Dates dates;

  AlertPage(Catalogue words, Names names) {
    this.words = words;
    this.told = new StepWords(words);
    this.explained = new ExplanationWords(words, names);
    this.dates = new Dates(words);
  }

  void write(IncidentStep step, Map<Link, String> links, Sheet sheet) {
    sheet.title(told.rule(step));
    sheet.say(told.what(step));
    if (step.kind() != Kind.ESCALATED) {
      sheet.emphasise(told.numbersOf(step));
    }
    sheet.facts(facts(step));
    new ChartWords(words).write(step, sheet);
    WebPages pages = new WebPages(links.get(Link.INCIDENT));
    Explanation explanation = step.explanation();
    if (explanation != null) {
      explained.carried(explanation.contributions(), sheet);
      if (explanation.spread() != null) {
        explained.spread(explanation.spread(), sheet);
      }
      explained.samples(explanation.samples(), pages, sheet);
    }
    sheet.heading(words.text("caveats"));
    sheet.list(new Caveats(words, explained).of(step));
    actions(step, links, pages, sheet);
    frozen(step, explanation, sheet);
  }

  private Map<String, String> facts(IncidentStep step) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (step.kind() == Kind.ESCALATED) {
      facts.put(words.text("fact.published"), dates.zoned(step.from()));
      facts.put(words.text("fact.captured"), dates.zoned(step.to()));
      facts.put(words.text("fact.severity"), severity(step));
      return facts;
    }
    facts.put(words.text("fact.when"), told.when(step));
    if (step.kind() == Kind.RESOLVED) {
      facts.put(words.text("fact.duration"), told.duration(step));
      facts.put(
          words.text("fact.peak." + StepWords.granularity(step)),
          words.text("documents", Map.of("count", step.peak())));
    } else {
      told.latest(step).ifPresent(latest -> facts.put(words.text("fact.latest"), latest));
      told.reason(step).ifPresent(reason -> facts.put(words.text("fact.reason"), reason));
      told.chance(step).ifPresent(chance -> facts.put(words.text("fact.p"), chance));
    }
    facts.put(words.text("fact.ratio"), told.ratio(step));
    facts.put(words.text("fact.severity"), severity(step));
    return facts;
  }

  private String severity(IncidentStep step) {
    return Labels.of(words.language()).severity(step.severity());
  }

  /** Whoever follows a link still has to say so on the page: programs open links in mail, too. */
  private void actions(IncidentStep step, Map<Link, String> links, WebPages pages, Sheet sheet) {
    Foreign.address(links.get(Link.INCIDENT))
        .ifPresent(
            page -> {
              sheet.button(words.text("action.see"), page);
              Map<String, String> actions = new LinkedHashMap<>();
              actions.put(words.text("action.acknowledge"), page + "#acknowledge");
              actions.put(words.text("action.falseAlarm"), page + "#false-alarm");
              if (step.rule() != null) {
                actions.put(words.text("action.mute"), page + "#mute");
              }
              sheet.links(actions);
            });
    if (step.documentId() != null) {
      pages
          .document(step.documentId())
          .ifPresent(page -> sheet.links(Map.of(words.text("sample.marsad"), page)));
    }
  }

  private void frozen(IncidentStep step, @Nullable Explanation explanation, Sheet sheet) {
    sheet.aside(words.text("frozen", Map.of("time", dates.moment(step.to()))));
    if (explanation != null && !explanation.models().isEmpty()) {
      String models = words.list(explanation.models().stream().map(Foreign::name).toList());
      sheet.aside(
          words.text(
              "frozen.models", Map.of("models", Isolation.within(words.rightToLeft(), models))));
    }
  }
}
