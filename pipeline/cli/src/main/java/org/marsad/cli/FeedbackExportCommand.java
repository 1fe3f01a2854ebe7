// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.train.FeedbackForm;
import org.marsad.index.feedback.FeedbackExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes down what people said, as the training reads it. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Writes what people said of texts, as ./marsad train --feedback reads it.",
    footer = {
      "",
      "A line of JSON for each person and text; where two disagreed and a third has decided, one",
      "line for all of them. What they disagree on and nobody has decided is left out, and told."
          + " The",
      "texts are those that were judged, also where they were edited since, and they are not"
          + " masked:",
      "keep the file to yourself. Only you can read it. That you wrote it is recorded (./marsad audit"
          + " show).",
      "",
      "Example: ./marsad feedback export feedback.jsonl",
      "Example: ./marsad train ../shared/data --feedback feedback.jsonl"
    })
final class FeedbackExportCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where the lines go (default: standard output).")
  @Nullable Path file;

  @Mixin IndexOptions index = new IndexOptions();

  @Override
  public Integer call() throws IOException {
    try (IndexSession session = IndexSession.open(index)) {
      session.record("export", "feedback", "all");
      FeedbackExport export = new FeedbackExport(session.connection());
      FeedbackExport.Account account;
      if (file == null) {
        account = export.to(line -> Terminal.out().println(FeedbackForm.write(line)));
      } else {
        OwnerOnly.file(file);
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
          account = export.to(line -> out.print(FeedbackForm.write(line) + "\n"));
          if (out.checkError()) {
            throw new Remedy(file + " could not be written whole: is the disk full?");
          }
        }
      }
      Terminal.err().println("Answers        " + account.lines());
      if (account.undecided() > 0) {
        Terminal.err()
            .println(
                "Undecided      "
                    + account.undecided()
                    + ": texts on which people disagree, exported without what they disagree on. On"
                    + " the page Review an analyst decides, for texts that \"people disagree\" on;"
                    + " then export again.");
      }
      return ExitStatus.OK;
    }
  }
}
