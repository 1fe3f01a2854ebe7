// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which files the archive has removed by its own rules, when and why, one a line in a file beside
 * them: so it can be told from a loss.
 */
public final class RemovedFiles {
  private final Path ledger;

  /**
   * @param archive the archive's folder
   */
  public RemovedFiles(Path archive) {
    this.ledger = archive.resolve("removed-files");
  }

  /** By which rule a file was removed. */
  public enum Rule {
    /** It was older than is kept. */
    AGE,
    /** It was the oldest when the archive had no more room. */
    SIZE
  }

  /** What was done to a file. */
  public record Removal(Instant at, Rule rule) {}

  /** Notes it before it is done: a file that is still there afterwards speaks for itself. */
  void add(String file, Removal removal) throws IOException {
    Files.writeString(
        ledger,
        file + " " + removal.at() + " " + removal.rule().name().toLowerCase(Locale.ROOT) + "\n",
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  public Optional<Removal> of(String file) throws IOException {
    if (!Files.exists(ledger)) {
      return Optional.empty();
    }
    return Files.readAllLines(ledger, UTF_8).stream()
        .map(line -> line.split(" "))
        .filter(parts -> parts.length == 3 && parts[0].equals(file))
        .flatMap(parts -> removal(parts).stream())
        .reduce((earlier, later) -> later);
  }

  private static Optional<Removal> removal(String[] parts) {
    try {
      return Optional.of(
          new Removal(Instant.parse(parts[1]), Rule.valueOf(parts[2].toUpperCase(Locale.ROOT))));
    } catch (DateTimeException | IllegalArgumentException halfALine) {
      return Optional.empty();
    }
  }
}
