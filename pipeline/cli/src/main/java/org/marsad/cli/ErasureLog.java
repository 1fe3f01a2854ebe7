// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.marsad.model.Json;
import org.marsad.model.Provenance;

/**
 * What was erased, when and why: one line of JSON for each erasure. It shows to an authority that a
 * duty was done, and holds nothing but hashes of what it was done to.
 */
final class ErasureLog {
  static final String NAME = "erasures.jsonl";

  private final Path file;

  ErasureLog(Path data) {
    this.file = data.resolve(NAME);
  }

  /**
   * One erasure.
   *
   * @param documents SHA-256 of each id
   */
  record Line(Instant at, String reason, List<String> documents, ErasureSummary removed) {}

  static String hash(String id) {
    return Provenance.sha256(id.getBytes(UTF_8));
  }

  void append(Instant at, String reason, List<String> ids, ErasureSummary removed)
      throws IOException {
    List<String> hashes = ids.stream().map(ErasureLog::hash).toList();
    append(List.of(new Line(at, reason, hashes, removed)));
  }

  void append(List<Line> lines) throws IOException {
    OwnerOnly.directories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    OwnerOnly.file(file);
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(Json.MAPPER.writeValueAsString(line)).append('\n');
    }
    Files.writeString(file, text, UTF_8, StandardOpenOption.APPEND);
  }

  /** Oldest first; none where nothing was ever erased. */
  List<Line> lines() throws IOException {
    return Files.exists(file) ? read(file) : List.of();
  }

  /**
   * @throws Remedy that names the line that cannot be read
   */
  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String text : Files.readAllLines(file, UTF_8)) {
      try {
        lines.add(Json.MAPPER.readValue(text, Line.class));
      } catch (JsonProcessingException damaged) {
        throw new Remedy(
            "line "
                + (lines.size() + 1)
                + " of "
                + file.toAbsolutePath()
                + " is no record of an erasure: give a whole copy of that file; if there is none,"
                + " take the line out, and erase what it stood for by hand.",
            damaged);
      }
    }
    return lines;
  }
}
