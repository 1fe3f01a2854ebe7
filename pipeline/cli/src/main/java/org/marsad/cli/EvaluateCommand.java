// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.marsad.classifiers.evaluate.Evaluation;
import org.marsad.classifiers.evaluate.EvaluationReport;
import org.marsad.classifiers.judge.Classifiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the shipped models on labelled texts. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Compares what the classifiers say with the labels of a set.",
    footer = {
      "",
      "The set is JSON lines with text and any of: relevant, stance, intensity, targets, frames,",
      "language, offensive.",
      "",
      "Example: ./marsad evaluate --set labelled.jsonl"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Option(names = "--set", paramLabel = "FILE", required = true, description = "The labelled set.")
  Path set;

  @Option(names = "--json", description = "Print JSON rather than a table.")
  boolean json;

  @Override
  public Integer call() throws Exception {
    LabelledSet.requireFile(set);
    EvaluationReport report = report();
    LabelledSet.requireFigures(set, report);
    Terminal.out().println(json ? report.json() : report.table());
    return ExitStatus.OK;
  }

  private EvaluationReport report() {
    try {
      return Evaluation.run(Classifiers.shipped(), set, Terminal::progress);
    } catch (IOException fault) {
      throw LabelledSet.unreadable(set, fault);
    } finally {
      Terminal.endProgress();
    }
  }
}
