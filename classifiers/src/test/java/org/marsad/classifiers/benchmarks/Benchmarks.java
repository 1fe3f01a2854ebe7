// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.benchmarks;

import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.judge.Classifiers;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the classifiers beside the baseline and prints a table with the targets. */
public final class Benchmarks {
  private static final double MEGABYTE = 1 << 20;

  private Benchmarks() {}

  /**
   * Runs every benchmark.
   *
   * @param options JMH's own, to run shorter or longer than {@link ClassifierBenchmark} says
   */
  public static void main(String[] options) throws CommandLineOptionException, RunnerException {
    String memory = memory();
    Map<String, Result<?>> results = new HashMap<>();
    for (RunResult run :
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(options))
                    .include(ClassifierBenchmark.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      results.put(run.getPrimaryResult().getLabel(), run.getPrimaryResult());
    }
    StringBuilder table = new StringBuilder();
    table.append("| texts | per second and core | target | baseline | ratio |\n");
    table.append("|---|---|---|---|---|\n");
    row(table, results, "comments through the gate, 1 % relevant", "gate", 3_000, "Comments");
    row(table, results, "comments in full, 5 % relevant", "full", 500, "Comments");
    row(table, results, "articles, all relevant", "articles", 10, "Articles");
    System.out.println(table.append('\n').append(memory));
  }

  private static void row(
      StringBuilder table,
      Map<String, Result<?>> results,
      String texts,
      String name,
      int target,
      String baselineOf) {
    Result<?> measured = results.get(name);
    Result<?> baseline = results.get("baseline" + baselineOf);
    if (measured == null || baseline == null) {
      throw new IllegalStateException("JMH gave no result of " + name + " or its baseline");
    }
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %,.0f ± %,.0f%s | %,d | %,.0f ± %,.0f | %.2f |%n",
            texts,
            measured.getScore(),
            measured.getScoreError(),
            measured.getScore() < target ? " (missed)" : "",
            target,
            baseline.getScore(),
            baseline.getScoreError(),
            measured.getScore() / baseline.getScore()));
  }

  private static String memory() {
    double empty = used();
    Assessor assessor = Classifiers.shipped();
    double loaded = used();
    assessor.assess(new Submission("بمهاجريها", null, TextKind.COMMENT));
    double segmenting = used();
    TfIdfBaseline baseline = ClassifierBenchmark.baseline();
    double compared = used();
    String figures =
        String.format(
            Locale.ROOT,
            "Heap: models and term lists %.0f MB, CoreNLP's segmenter once a word asks for it"
                + " %.0f MB more; baseline with %,d n-grams %.0f MB.",
            loaded - empty,
            segmenting - loaded,
            baseline.size(),
            compared - segmenting);
    Reference.reachabilityFence(assessor);
    Reference.reachabilityFence(baseline);
    return figures;
  }

  /** Megabytes of the heap in use once garbage is gone. */
  private static double used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
  }
}
