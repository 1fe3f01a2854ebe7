// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.marsad.index.benchmark.PlainBulkIndexing;
import org.marsad.model.Json;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.FieldMapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the whole pipeline against bare bulk indexing, in one run on one machine. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    subcommands = {
      RuleBenchmarkCommand.class,
      FarmBenchmarkCommand.class,
      SoakCommand.class,
      DashboardBenchmarkCommand.class
    },
    description = {
      "Imports documents with everything on, then bulk-indexes the same documents with the plain",
      "client into the same kind of index, and prints both rates and their ratio."
    },
    footer = {
      "",
      "A first, smaller round warms up both sides and is not counted. The index is a fresh one in"
          + " a",
      "temporary folder.",
      "",
      "Example: ./marsad benchmark --documents 90000",
      "Example: ./marsad benchmark comments.jsonl"
    })
final class BenchmarkCommand implements Callable<Integer> {
  private static final String WARM_UP = "warm-up";

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Documents to use (default: made ones).")
  List<Path> files = List.of();

  @Option(
      names = "--documents",
      paramLabel = "N",
      description = "How many documents to make (default: ${DEFAULT-VALUE}).",
      defaultValue = "90000")
  int documents;

  @Override
  public Integer call() throws Exception {
    if (documents < 1_000) {
      throw new Remedy("--documents " + documents + " is too few to measure; give 1000 or more");
    }
    Path folder = Files.createTempDirectory("marsad-benchmark");
    try {
      measure(folder);
      return ExitStatus.OK;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private void measure(Path folder) throws Exception {
    Path warmUp = GeneratedDocuments.write(folder.resolve(WARM_UP + ".jsonl"), documents / 5);
    List<Path> measured =
        files.isEmpty()
            ? List.of(GeneratedDocuments.write(folder.resolve("documents.jsonl"), documents))
            : files;
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
        LocalIndex index = LocalIndex.open(new IndexOptions(), data)) {
      PlainBulkIndexing plain = new PlainBulkIndexing(index.connection());
      Importing importing = new Importing(index, data.pseudonymKey());
      importing.run(input(List.of(warmUp)));
      plain.run("none", Parallelism.standard());
      ImportSummary pipeline = importing.run(input(measured));
      PlainBulkIndexing.Result bare = plain.run(WARM_UP, Parallelism.standard());
      report(pipeline, bare);
    }
  }

  private static ArchiveInput input(List<Path> paths) {
    return new ArchiveInput(paths, null, FieldMapping.USUAL, null, null);
  }

  private static void report(ImportSummary pipeline, PlainBulkIndexing.Result bare)
      throws IOException {
    double pipelineRate = pipeline.indexed() / pipeline.seconds();
    double bareRate = bare.documents() / (bare.elapsed().toMillis() / 1000.0);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("documents", pipeline.indexed());
    figures.put("pipelineDocumentsPerSecond", Math.round(pipelineRate));
    figures.put("plainDocumentsPerSecond", Math.round(bareRate));
    figures.put("ratio", Math.round(pipelineRate / bareRate * 100) / 100.0);
    Terminal.out().println(Json.MAPPER.writeValueAsString(figures));
  }
}
