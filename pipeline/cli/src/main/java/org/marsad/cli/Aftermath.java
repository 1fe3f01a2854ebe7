// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexSnapshot;

/** What a data directory shows of how its last user ended. */
final class Aftermath {
  /** Clocks of machines that share a disk differ a little. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Path data;

  Aftermath(Path data) {
    this.data = data;
  }

  /** How the last run ended, and what it left unfinished; none of it is a fault. */
  String lastRun() throws IOException {
    if (!Files.isDirectory(data)) {
      return "none yet";
    }
    if (DataDirectory.isInUse(data)) {
      return "it is still running";
    }
    List<String> said = new ArrayList<>();
    if (DataDirectory.endedByForce(data)) {
      said.add(
          "it was killed, or the machine went off. Nothing is lost: the next start goes on "
              + checkpoint());
    } else {
      said.add("stopped in good order");
    }
    Path snapshot = IndexSnapshot.folderOf(DataDirectory.elasticsearch(data));
    if (Files.exists(snapshot)) {
      said.add("a backup was interrupted and left " + snapshot + ", which the next one removes");
    }
    Path building = Restoring.buildingOf(data);
    if (Files.exists(building)) {
      said.add("a restore was interrupted and left " + building + ": remove it");
    }
    return String.join("; ", said);
  }

  private String checkpoint() throws IOException {
    Path latest = DataDirectory.checkpoints(data).latest().orElse(null);
    return latest == null
        ? "from the beginning, as there is no checkpoint"
        : "from the checkpoint of " + time(latest);
  }

  /**
   * @throws Remedy if files of before have times that are still to come
   */
  String clock(Instant now) throws IOException {
    Path latest = latest();
    if (latest != null
        && Files.getLastModifiedTime(latest).toInstant().isAfter(now.plus(TOLERANCE))) {
      throw new Remedy(
          "this machine says that it is "
              + now.truncatedTo(ChronoUnit.SECONDS)
              + ", but "
              + latest
              + " was written at "
              + time(latest)
              + ". Set the clock (or wait, if it was ahead before): until then captures are dated"
              + " wrongly, alerts wait, and retention may erase too early or too late.");
    }
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Of the program and of what a run writes often. */
  private @Nullable Path latest() throws IOException {
    List<Path> files =
        new ArrayList<>(
            List.of(
                LocalIndex.home().resolve("marsad"),
                data.resolve("version"),
                data.resolve("lock"),
                DataDirectory.auditLog(data)));
    DataDirectory.checkpoints(data).latest().ifPresent(files::add);
    Path latest = null;
    for (Path file : files) {
      if (Files.exists(file)
          && (latest == null
              || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(latest))
                  > 0)) {
        latest = file;
      }
    }
    return latest;
  }

  private static Instant time(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
  }
}
