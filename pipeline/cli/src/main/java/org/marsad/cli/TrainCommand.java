// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the models from data. */
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
      "The training takes minutes and one core.",
      "",
      "Example: ./marsad train ../shared/data"
    })
final class TrainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "The folder with the training data.")
  Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the models go (default: over the shipped ones, in classifiers/).")
  @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(data.resolve("hostility"))) {
      throw new Remedy(
          data
              + " has no folder hostility/: give the folder with the labelled sets, whose layout"
              + " ./marsad train --help shows");
    }
    Path models =
        out == null
            ? LocalIndex.home()
                .resolve("classifiers/src/main/resources/org/marsad/classifiers/model")
            : out;
    Training.run(data, models, line -> Terminal.err().println(line));
    Terminal.out().println(models);
    return ExitStatus.OK;
  }
}
