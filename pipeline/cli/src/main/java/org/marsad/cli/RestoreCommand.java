// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.cli.BackupManifest.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a data directory of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Makes a data directory of what ./marsad backup has written.",
    footer = {
      "",
      "Each file is compared with its hash first, and the documents of each index are counted",
      "afterwards. Marsad then goes on from the checkpoint: it reads again what it had read since,",
      "and indexes nothing twice. The configuration comes back in the folder configuration of the",
      "data directory, from where --config and the like can read it.",
      "",
      "What was erased after the backup was taken is erased again, by the record of the data",
      "directory that was backed up, where that is still there, or by what --erasures names. From",
      "erasures.jsonl alone Marsad recognises what the backup holds; from the whole directory also",
      "what came and went since, and could be captured anew. On another machine nobody knows",
      "unless you say it. What a network deleted since goes when the network tells it again, and",
      "what is past its retention within the day.",
      "",
      "Example: ./marsad restore /mnt/backups/marsad-2026-11-28 --data ./restored",
      "Example: ./marsad restore /mnt/backups/marsad-2026-11-28 --erasures ./data.broken",
      "Example: ./marsad restore /mnt/backups/marsad-2026-11-28 --dry-run"
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "What ./marsad backup has written.")
  Path folder = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The new data directory, not there yet or empty (default: ${DEFAULT-VALUE}).")
  Path data = Path.of(".", "data");

  @Option(
      names = "--erasures",
      paramLabel = "PATH",
      description =
          "A later data directory, or its erasures.jsonl (default: of the directory that was"
              + " backed up, if it is there).")
  @Nullable Path erasures;

  @Option(names = "--dry-run", description = "Only check that the backup is whole.")
  boolean dryRun;

  @Override
  public Integer call() throws IOException {
    BackupManifest manifest = BackupManifest.of(folder);
    if (!dryRun) {
      requireFree();
    }
    new BackupFolder(folder).verify(manifest);
    Terminal.err()
        .println(
            "Backup         whole, of " + manifest.taken() + ", Marsad " + manifest.writtenBy());
    if (dryRun) {
      return ExitStatus.OK;
    }
    RecordedErasures later = new LaterErasures(folder, erasures).find(manifest);
    int erased;
    try {
      erased = new Restoring(folder, manifest, data, later).restore();
    } catch (IOException fault) {
      throw new Remedy(
          "the backup could not be restored to "
              + data.toAbsolutePath()
              + ", and nothing is left there: "
              + fault.getMessage()
              + ". Make room, or give another directory with --data.",
          fault);
    }
    Terminal.err().println("Data           " + data.toAbsolutePath().normalize());
    long documents = manifest.indices().values().stream().mapToLong(Span::least).sum();
    Terminal.err().println("Restored       " + documents + " entries of the index at least");
    if (later == null) {
      Terminal.err()
          .println(
              "marsad: warning: what was erased after "
                  + manifest.taken()
                  + " is not known here and may be back. If there is a later data directory, or its"
                  + " erasures.jsonl, run ./marsad erase --recorded-in PATH --data "
                  + data
                  + " before anybody reads these texts.");
    } else {
      Terminal.err()
          .println("Erased again   " + erased + " documents, by the record of " + later.place());
    }
    return ExitStatus.OK;
  }

  private void requireFree() throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> found = Files.list(data)) {
      if (found.findAny().isPresent()) {
        throw new Remedy(
            data.toAbsolutePath()
                + " is not empty, and a restore overwrites nothing: give another directory with"
                + " --data, or move this one away.");
      }
    }
  }
}
