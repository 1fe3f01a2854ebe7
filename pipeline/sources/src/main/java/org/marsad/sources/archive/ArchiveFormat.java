// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an archive's file is written; any of them may be gzip-compressed. */
public enum ArchiveFormat {
  JSONL("jsonl", "ndjson"),
  CSV("csv", "tsv"),
  WARC("warc"),
  HTML("html", "htm", "xhtml");

  private final List<String> extensions;

  ArchiveFormat(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /**
   * @throws IllegalArgumentException for an unknown name; its message lists the known ones
   */
  public static ArchiveFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format \"" + name + "\"; give one of " + names()));
  }

  /** By the file's extension; null where that says nothing. */
  static @Nullable ArchiveFormat ofFile(Path file) {
    String name = uncompressedName(file);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(format -> format.extensions.contains(extension))
        .findFirst()
        .orElse(null);
  }

  static String names() {
    return Arrays.stream(values())
        .map(format -> format.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String uncompressedName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
