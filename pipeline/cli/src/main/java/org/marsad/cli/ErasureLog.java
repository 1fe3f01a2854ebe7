// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.marsad.model.Json;
import org.marsad.model.Provenance;

/**
 * What was erased, when and why: one line of JSON for each erasure. It shows to an authority that a
 * duty was done, and holds nothing but hashes of what it was done to.
 */
final class ErasureLog {
  private final Path file;

  ErasureLog(Path data) {
    this.file = data.resolve("erasures.jsonl");
  }

  /**
   * One erasure.
   *
   * @param documents SHA-256 of each id
   */
  private record Line(Instant at, String reason, List<String> documents, ErasureSummary removed) {}

  void append(Instant at, String reason, List<String> ids, ErasureSummary removed)
      throws IOException {
    OwnerOnly.directories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    OwnerOnly.file(file);
    List<String> hashes = ids.stream().map(id -> Provenance.sha256(id.getBytes(UTF_8))).toList();
    String line = Json.MAPPER.writeValueAsString(new Line(at, reason, hashes, removed));
    Files.writeString(file, line + "\n", UTF_8, StandardOpenOption.APPEND);
  }
}
