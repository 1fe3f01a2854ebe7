// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.archive.ArchiveFormat;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.FieldMapping;
import org.marsad.sources.archive.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files into the index with the same job that polls. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Imports documents from files into the index.",
    footer = {
      "",
      "The last line on standard output is the summary, as JSON:",
      "  {\"read\":…,\"indexed\":…,\"duplicates\":…,\"rejected\":…,\"seconds\":…,\"documentsPerSecond\":…}",
      "What was rejected, and why, is summed up on standard error, and the status is then 1; all of it",
      "is in the index and on the dashboard. A second import of the same files indexes nothing.",
      "Where a Marsad runs on the same --data, its index is used. With --elasticsearch, --data names",
      "whose pseudonyms are used.",
      "",
      "Exports of 4CAT, CrowdTangle, the Meta Content Library and Zeeschuimer are recognised by their",
      "columns; --profile says so of a file that is not, or names a profile of your own.",
      "",
      "Example: ./marsad import --map text=body,published=date comments.jsonl",
      "Example: zcat archive.jsonl.gz | ./marsad import --format jsonl --source archive -"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files or folders (.gz too); - is standard input.")
  List<Path> inputs = List.of();

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES} (default: by each file's name).")
  @Nullable ArchiveFormat format;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN,…",
      description = "Which column holds which field, for jsonl and csv.")
  @Nullable String map;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description =
          "Whose export it is: 4cat, crowdtangle, meta-content-library or zeeschuimer, or a file of"
              + " your own of the same form; --map changes single columns (default: by the columns).")
  @Nullable String profile;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description =
          "The source's identifier (default: as each record says, else each file's name).")
  @Nullable String source;

  @Option(
      names = "--kind",
      description =
          "${COMPLETION-CANDIDATES} (default: as each record says, else as its form suggests).")
  @Nullable DocumentKind kind;

  @Mixin IndexOptions index = new IndexOptions();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ArchiveInput input = input();
    try (IndexSession session = IndexSession.open(index)) {
      Instant started = Instant.now();
      ImportSummary summary = new Importing(session.index(), session.pseudonymKey()).run(input);
      return RejectionAccount.print(summary, started, session);
    }
  }

  private FieldMapping mapping() {
    FieldMapping given = map == null ? FieldMapping.USUAL : FieldMapping.parse(map);
    return profile == null ? given : given.over(Profile.of(profile).mapping());
  }

  private ArchiveInput input() throws IOException {
    try {
      ArchiveInput input = new ArchiveInput(inputs, format, mapping(), source, kind);
      input.check();
      return input;
    } catch (IllegalArgumentException fault) {
      throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()), fault);
    }
  }
}
