// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.util.List;
import org.marsad.alerts.explain.CaseFiles;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.explain.RiseExplainer;
import org.marsad.alerts.rule.AlertRule;

/** Explains steps. Thread-safe. */
public final class Explainer {
  private static final Explanation NOTHING_KNOWN =
      new Explanation(List.of(), false, null, List.of(), List.of(), false, List.of());

  private final RiseExplainer rises;

  public Explainer(CaseFiles files) {
    this.rises = new RiseExplainer(files);
  }

  /**
   * The explanation that the step has, since what it says is frozen; else that of the rise from the
   * incident's first bucket to the latest one.
   *
   * @throws RuntimeException of the case files, while they cannot be read
   */
  public Explanation explain(IncidentStep step) {
    if (step.explanation() != null) {
      return step.explanation();
    }
    AlertRule rule = step.rule();
    return rule == null ? NOTHING_KNOWN : rises.explain(rule, step.from(), step.to());
  }
}
