// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.evaluate.Comparison;
import org.marsad.classifiers.evaluate.KeyFigure;
import org.marsad.classifiers.evaluate.Replacement;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.train.Feedback;
import org.marsad.classifiers.train.FeedbackException;
import org.marsad.classifiers.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the models from data, and puts them in the place of others unless they are worse. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Rebuilds the shipped models from data: the same data give the same bytes.",
    footer = {
      "",
      "DATA holds JSON lines, each with a text and its labels (see ./marsad evaluate --help):",
      "  hostility/ and moroccan-text/   what the models learn from",
      "  hostility/gold-dev/             the reference, which is held out",
      "The training takes some twenty minutes, one core and 4 GB of memory.",
      "",
      "--feedback: JSON lines too, each what one reviewer said of one text:",
      "  text, relevant (true or false)          needed",
      "  stance, intensity (0 to 5)              only of a relevant text",
      "  title, kind (article, comment, post or tweet), language, targets, frames, offensive",
      "  reviewer, decides (true, of who decided between others), codebook, at (as",
      "  2026-01-31T12:00:00Z)",
      "Of one reviewer the latest line about a text counts; reviewers outvote each other, and a",
      "text without a majority is left out, as are the texts that models are measured on. What two",
      "agree on counts twice as much as what one says. The name of the models tells by what",
      "feedback they were taught.",
      "",
      "New models are compared with those that they would replace, on the functional tests and the",
      "reference. Where a figure is worse by more than chance, nothing is replaced, the new models",
      "are kept in a folder that is named, and the exit status is 1. Where the shipped models were",
      "replaced, the next start of ./marsad builds the new ones in; how to go back, and what to do",
      "next, classifiers/README.md tells.",
      "",
      "Example: ./marsad train ../shared/data",
      "Example: ./marsad train ../shared/data --feedback may.jsonl --feedback june.jsonl"
    })
final class TrainCommand implements Callable<Integer> {
  /** With fewer, folds of small sets have no example of one side. */
  private static final int LEAST_REHEARSED = 50;

  @Parameters(paramLabel = "DATA", description = "The folder with the training data.")
  Path data;

  @Option(
      names = "--feedback",
      paramLabel = "FILE",
      description = "What reviewers said of texts, to learn from too. May be given several times.")
  List<Path> feedback = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the models go (default: over the shipped ones, in classifiers/).")
  @Nullable Path out;

  @Option(
      names = "--rehearse",
      paramLabel = "N",
      description =
          "Learn from the first N texts of each set only, at least 50, to see in a few minutes that"
              + " all is in place.")
  @Nullable Integer rehearsed;

  @Option(
      names = "--even-if-worse",
      description = "Replace the models there whatever the comparison comes to.")
  boolean evenIfWorse;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (rehearsed != null && rehearsed < LEAST_REHEARSED) {
      throw new ParameterException(
          spec.commandLine(),
          "--rehearse " + rehearsed + ": give at least " + LEAST_REHEARSED + " texts of each set");
    }
    if (!Files.isDirectory(data.resolve("hostility"))) {
      throw new Remedy(
          data
              + " has no folder hostility/: give the folder with the labelled sets, whose layout"
              + " ./marsad train --help shows");
    }
    Feedback learned = readFeedback();
    Path models =
        out == null
            ? LocalIndex.home()
                .resolve("classifiers/src/main/resources/org/marsad/classifiers/model")
            : out;
    Path candidate = candidate(models);
    Replacement replacement = new Replacement(models, candidate);
    Map<KeyFigure, Double> before = before(replacement, models);
    ModelSet trained = train(learned, candidate);
    if (!before.isEmpty()) {
      tell("comparing with the models in " + models);
      Comparison comparison = Comparison.of(before, replacement.after(data));
      tell(comparison.lines());
      if (comparison.worse() && !evenIfWorse) {
        tell(
            "marsad: the new models are worse: nothing was replaced, and they are kept in "
                + candidate
                + ". Mend the data or the feedback. To have them all the same, train with"
                + " --even-if-worse, or without training again: mv "
                + candidate
                + "/* "
                + models
                + "/");
        return ExitStatus.GATE_FAILED;
      }
    }
    replacement.replace();
    tell("the models are now " + trained.manifest().name());
    Terminal.out().println(models);
    return ExitStatus.OK;
  }

  private ModelSet train(Feedback learned, Path candidate) throws IOException {
    return rehearsed == null
        ? Training.run(data, learned, candidate, TrainCommand::tell)
        : Training.rehearse(data, rehearsed, learned, candidate, TrainCommand::tell);
  }

  private Feedback readFeedback() {
    try {
      return Feedback.read(feedback);
    } catch (FeedbackException faults) {
      throw new Remedy("the feedback cannot be learned from:\n" + faults.getMessage(), faults);
    }
  }

  /** Not beside the shipped models: what lies there is built into the program. */
  private Path candidate(Path models) {
    return out == null
        ? LocalIndex.home().resolve("classifiers/target/candidate-model")
        : Path.of(models.toAbsolutePath().normalize() + "-candidate");
  }

  /** Empty where there is nothing to compare with. */
  private Map<KeyFigure, Double> before(Replacement replacement, Path models) {
    if (!replacement.replaces()) {
      return Map.of();
    }
    tell("measuring the models in " + models);
    try {
      return replacement.before(data);
    } catch (IOException fault) {
      String told = "what is to be replaced, " + models + ", cannot be measured: " + fault;
      if (!evenIfWorse) {
        throw new Remedy(
            told + ". Give another folder with --out, or replace it with --even-if-worse", fault);
      }
      tell(told);
      return Map.of();
    }
  }

  private static void tell(String line) {
    Terminal.err().println(line);
  }
}
