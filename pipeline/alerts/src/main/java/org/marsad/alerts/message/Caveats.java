// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.incident.IncidentStep;

/** What a reader has to bear in mind before believing a step. */
final class Caveats {
  /** From here on a judgement accuses somebody, and nobody has looked at it. */
  static final int GRAVE = 4;

  private static final int MOST_SOURCES = 20;

  private final Catalogue words;
  private final ExplanationWords explained;

  Caveats(Catalogue words, ExplanationWords explained) {
    this.words = words;
    this.explained = explained;
  }

  List<String> of(IncidentStep step) {
    List<String> caveats = new ArrayList<>();
    if (step.catchUp()) {
      caveats.add(words.text("caveat.catchUp"));
    }
    if (step.severity() >= GRAVE) {
      caveats.add(words.text("caveat.unreviewed"));
    }
    Explanation explanation = step.explanation();
    if (explanation != null) {
      addSilent(explanation.silentSources(), caveats);
      if (explanation.modelChanged()) {
        caveats.add(words.text("caveat.model"));
      }
    }
    if (step.reason().contains("learning")) {
      caveats.add(words.text("caveat.learning"));
    }
    caveats.add(words.text("caveat.classifier"));
    return caveats;
  }

  private void addSilent(List<String> sources, List<String> caveats) {
    if (sources.isEmpty()) {
      return;
    }
    List<String> named =
        sources.stream()
            .limit(MOST_SOURCES)
            .map(id -> Isolation.within(words.rightToLeft(), explained.source(id)))
            .toList();
    String more =
        sources.size() > MOST_SOURCES ? " (+" + (sources.size() - MOST_SOURCES) + ")" : "";
    caveats.add(words.text("caveat.silent", Map.of("sources", words.list(named) + more)));
  }
}
