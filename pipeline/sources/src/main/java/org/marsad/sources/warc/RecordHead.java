// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcRecord;

/** What a record's head says, whoever wrote it, and however badly. */
final class RecordHead {
  private RecordHead() {}

  static @Nullable String url(WarcRecord record) {
    return bare(record, "WARC-Target-URI");
  }

  static @Nullable String id(WarcRecord record) {
    return bare(record, "WARC-Record-ID");
  }

  /** In lower case, without parameters; empty where it says none. */
  static String type(WarcRecord record) {
    String type = contentType(record);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  static @Nullable String contentType(WarcRecord record) {
    return value(record, "Content-Type");
  }

  /** Without the angle brackets, into which some old tools put addresses too. */
  static @Nullable String bare(WarcRecord record, String name) {
    String value = value(record, name);
    String bare = value == null ? "" : value.replaceAll("[<>\\s]", "");
    return bare.isEmpty() ? null : bare;
  }

  private static @Nullable String value(WarcRecord record, String name) {
    return record
        .headers()
        .first(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElse(null);
  }
}
