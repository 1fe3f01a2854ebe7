// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.evaluate.DetectorReport;
import org.marsad.classifiers.evaluate.Evaluation;
import org.marsad.classifiers.evaluate.EvaluationReport;
import org.marsad.classifiers.evaluate.GateReport;
import org.marsad.classifiers.evaluate.Report;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.classifiers.prevalence.ErrorSheet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures the shipped models: on a labelled set, against the gates, or for the committed files.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Compares what the classifiers say with what is known of the texts.",
    footer = {
      "",
      "--set: JSON lines with text and any of: relevant, stance, intensity, targets,",
      "frames, language, offensive.",
      "",
      "--gates: what the shipped models must reach on the shipped functional tests and,",
      "where DATA is given, on the reference set in its hostility/gold-dev/; without",
      "DATA calibration is not measured. Shows each gate with figure and limit. Where",
      "one does not hold, the exit status is 1.",
      "",
      "--report: EVALUATION.md, MODEL_CARD.md and the known errors by which counts are",
      "corrected, as the shipped models measure.",
      "",
      "--detector: DETECTOR.md, on simulated series; with DATA also on those in its",
      "bursts/, which others drew.",
      "",
      "Example: ./marsad evaluate --set labelled.jsonl",
      "Example: ./marsad evaluate --gates ../shared/data",
      "Example: ./marsad evaluate --report classifiers ../shared/data",
      "Example: ./marsad evaluate --detector pipeline/alerts ../shared/data"
    })
final class EvaluateCommand implements Callable<Integer> {
  /** What is measured: one of these. */
  static final class Kind {
    @Option(names = "--set", paramLabel = "FILE", description = "Measure on a labelled set.")
    @Nullable Path set;

    @Option(names = "--gates", description = "Measure every gate of the shipped models.")
    boolean gates;

    @Option(
        names = "--report",
        paramLabel = "DIR",
        description = "Write the committed report and model card into a folder.")
    @Nullable Path report;

    @Option(
        names = "--detector",
        paramLabel = "DIR",
        description = "Write the committed report on the detector of rises into a folder.")
    @Nullable Path detector;
  }

  @ArgGroup(multiplicity = "1")
  Kind kind = new Kind();

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "The folder with the reference sets, for --gates and the reports.")
  @Nullable Path data;

  @Option(names = "--json", description = "Print JSON rather than a table.")
  boolean json;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (kind.set != null) {
      return set(kind.set);
    }
    if (kind.detector != null) {
      return detector(kind.detector);
    }
    return kind.report == null ? gates() : report(kind.report);
  }

  private int set(Path set) {
    if (data != null) {
      throw wrong("--set takes no DATA: it measures on its file alone");
    }
    LabelledSet.requireFile(set);
    EvaluationReport report = measure(set);
    LabelledSet.requireFigures(set, report);
    Terminal.out().println(json ? report.json() : report.table());
    return ExitStatus.OK;
  }

  private static EvaluationReport measure(Path set) {
    try {
      return Evaluation.run(Classifiers.shipped(), set, Terminal::progress);
    } catch (IOException fault) {
      throw LabelledSet.unreadable(set, fault);
    } finally {
      Terminal.endProgress();
    }
  }

  private int gates() {
    GateReport report = measureGates(data);
    Terminal.out().println(json ? report.json() : report.table());
    return report.hold() ? ExitStatus.OK : ExitStatus.GATE_FAILED;
  }

  private static GateReport measureGates(@Nullable Path data) {
    if (data != null) {
      LabelledSet.requireReference(data);
    }
    try {
      return GateReport.ofShipped(data, Terminal::progress);
    } catch (IOException fault) {
      throw new Remedy(String.valueOf(fault.getMessage()), fault);
    } finally {
      Terminal.endProgress();
    }
  }

  private int report(Path folder) throws IOException {
    if (data == null) {
      throw wrong("--report needs DATA, the folder with the reference set");
    }
    requireFolder("--report", folder);
    measureFiles(data).write(folder);
    Terminal.out().println(folder.resolve("EVALUATION.md"));
    Terminal.out().println(folder.resolve("MODEL_CARD.md"));
    Terminal.out().println(folder.resolve(ErrorSheet.FILE));
    return ExitStatus.OK;
  }

  private int detector(Path folder) throws IOException {
    requireFolder("--detector", folder);
    Path file = folder.resolve("DETECTOR.md");
    Files.writeString(file, measureDetector());
    Terminal.out().println(file);
    return ExitStatus.OK;
  }

  private String measureDetector() {
    try {
      return DetectorReport.of(data, Terminal::progress);
    } catch (IOException fault) {
      throw new Remedy(
          data + " cannot be measured on: give a folder that holds " + DetectorReport.GIVEN, fault);
    } finally {
      Terminal.endProgress();
    }
  }

  private void requireFolder(String option, Path folder) {
    if (json) {
      throw wrong(option + " writes Markdown: leave --json away");
    }
    if (!Files.isDirectory(folder)) {
      throw new Remedy(folder + " is no folder: give one that is there with " + option);
    }
  }

  private static Report measureFiles(Path data) {
    LabelledSet.requireReference(data);
    try {
      return Report.ofShipped(data, Terminal::progress);
    } catch (IOException fault) {
      throw new Remedy(String.valueOf(fault.getMessage()), fault);
    } finally {
      Terminal.endProgress();
    }
  }

  private ParameterException wrong(String fault) {
    return new ParameterException(spec.commandLine(), fault);
  }
}
