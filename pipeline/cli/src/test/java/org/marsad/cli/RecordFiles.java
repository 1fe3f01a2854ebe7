// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.model.Json;

/** Writes files of records that are to be imported. */
final class RecordFiles {
  private RecordFiles() {}

  /** JSON, one record a line. */
  @SafeVarargs
  static void lines(Path file, Map<String, Object>... records) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Map<String, Object> record : records) {
      all.append(Json.MAPPER.writeValueAsString(record)).append('\n');
    }
    Files.writeString(file, all);
  }

  /** Every cell stands in quotation marks. */
  @SafeVarargs
  static void csv(Path file, List<String>... rows) throws IOException {
    Files.writeString(
        file,
        Stream.of(rows)
            .map(
                row ->
                    row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n")));
  }
}
