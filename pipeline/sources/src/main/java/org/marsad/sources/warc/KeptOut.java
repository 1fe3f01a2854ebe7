// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentIds;
import org.marsad.sources.text.CanonicalUrl;

/**
 * The ids of erased documents, in a file beside the archive's: their pages are not kept again, also
 * where they are captured anew. The ids are hashes and name nothing. Used under the folder's lock.
 */
final class KeptOut {
  private final Path file;
  private Set<String> ids = new HashSet<>();
  private long bytesRead;

  KeptOut(Path folder) {
    this.file = folder.resolve("erased-ids");
  }

  boolean names(@Nullable String url) throws IOException {
    String canonical = CanonicalUrl.of(url);
    return canonical != null && read().contains(DocumentIds.ofUrl(canonical));
  }

  Set<String> all() throws IOException {
    return Set.copyOf(read());
  }

  void add(Collection<String> erased) throws IOException {
    Set<String> more = new HashSet<>(erased);
    more.removeAll(read());
    if (!more.isEmpty()) {
      Files.writeString(
          file,
          String.join("\n", more) + "\n",
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /** Anew where another program has added to it. */
  private Set<String> read() throws IOException {
    long bytes = Files.exists(file) ? Files.size(file) : 0;
    if (bytes != bytesRead) {
      ids = new HashSet<>(Files.readAllLines(file, UTF_8));
      bytesRead = bytes;
    }
    return ids;
  }
}
