// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the archive's files are called: the time when each was begun, and a part of its own. */
final class FileNames {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME =
      Pattern.compile("marsad-(\\d{8}T\\d{6}Z)-[0-9a-f]{12}\\.warc\\.gz");

  private FileNames() {}

  static String begunAt(Instant time) {
    String own = UUID.randomUUID().toString();
    return "marsad-" + TIME.format(time) + own.substring(own.lastIndexOf('-')) + ".warc.gz";
  }

  /** When the file was begun; null of a file that is not the archive's. */
  static @Nullable Instant begun(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      return name.matches() ? TIME.parse(name.group(1), Instant::from) : null;
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  /** The archive's files, oldest first. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> begun(file) != null).sorted().toList();
    }
  }
}
