// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.concurrent.Callable;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.classifiers.stream.ClassifyStream;
import picocli.CommandLine.Command;

/** Judges texts given as JSON lines. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Classifies texts: JSON lines on standard input, JSON lines on standard output.",
    footer = {
      "",
      "In:  {\"id\":…,\"text\":…,\"title\"?:…,\"kind\"?:\"article|comment|post|tweet\"}",
      "Out: one line for each line in, in the same order; a line that cannot be read gives",
      "     {\"id\":null,\"error\":…}, the run goes on and ends with status 1.",
      "",
      "Example: echo '{\"id\":\"1\",\"text\":\"Les migrants ont besoin de soins\"}' | ./marsad classify"
    })
final class ClassifyCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    ClassifyStream.Outcome outcome =
        new ClassifyStream(Classifiers.shipped()).run(System.in, Terminal.out());
    return outcome.errors() == 0 ? ExitStatus.OK : ExitStatus.BAD_INPUT;
  }
}
