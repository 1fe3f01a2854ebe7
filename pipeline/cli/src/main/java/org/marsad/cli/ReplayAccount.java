// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.RawDocument;
import org.marsad.sources.warc.ArchivedPage;

/** Tells of each page that was read again, a line of JSON each, and sums up. */
final class ReplayAccount {
  private static final String UNREADABLE = "unreadable";

  private final Map<Replay.Change, Integer> changes = new EnumMap<>(Replay.Change.class);
  private int unreadable;
  private int written;

  /**
   * Of one page.
   *
   * @param reason and message: of what is unreadable
   */
  private record Line(
      @Nullable String id,
      @Nullable String url,
      String change,
      @Nullable List<String> fields,
      String file,
      @Nullable String record,
      @Nullable String reason,
      @Nullable String message) {}

  void add(Replay.Result result, RawDocument page, String file) {
    changes.merge(result.change(), 1, Integer::sum);
    JsonLine.print(
        new Line(
            result.id(),
            result.url(),
            name(result.change()),
            result.fields().isEmpty() ? null : result.fields(),
            file,
            page.provenance() == null ? null : page.provenance().recordId(),
            null,
            null));
  }

  void add(ArchivedPage.Unreadable page, String file) {
    unreadable++;
    JsonLine.print(
        new Line(
            null,
            page.url(),
            UNREADABLE,
            null,
            file,
            page.recordId(),
            page.reason(),
            page.message()));
  }

  void addWritten() {
    written++;
  }

  Map<String, Integer> summary() {
    Map<String, Integer> summary = new LinkedHashMap<>();
    for (Replay.Change change : Replay.Change.values()) {
      summary.put(name(change), changes.getOrDefault(change, 0));
    }
    summary.put(UNREADABLE, unreadable);
    summary.put("written", written);
    return summary;
  }

  private static String name(Replay.Change change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
