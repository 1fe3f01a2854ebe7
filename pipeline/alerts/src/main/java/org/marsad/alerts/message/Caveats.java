// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.ArrayList;
import java.util.List;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.incident.IncidentStep;

/** What a reader has to bear in mind before believing a step. */
final class Caveats {
  /** From here on a judgement accuses somebody, and nobody has looked at it. */
  static final int GRAVE = 4;

  private final Catalogue words;
  private final SilentWords silence;

  Caveats(Catalogue words, ExplanationWords explained) {
    this.words = words;
    this.silence = new SilentWords(words, explained);
  }

  List<String> of(IncidentStep step) {
    List<String> caveats = new ArrayList<>();
    if (step.catchUp()) {
      caveats.add(words.text("caveat.catchUp"));
    }
    if (step.severity() >= GRAVE) {
      caveats.add(words.text("caveat.unreviewed"));
    }
    if (step.withholds()) {
      caveats.add(words.text("caveat.withheld"));
    }
    Explanation explanation = step.explanation();
    if (explanation != null) {
      silence.of("caveat.silent", explanation.silentSources()).ifPresent(caveats::add);
      if (explanation.modelChanged()) {
        caveats.add(words.text("caveat.model"));
      }
      if (explanation.withheld()) {
        caveats.add(words.text("caveat.withheldParts"));
      }
    }
    if (step.reason().contains("learning")) {
      caveats.add(words.text("caveat.learning"));
    }
    caveats.add(words.text("caveat.classifier"));
    return caveats;
  }
}
