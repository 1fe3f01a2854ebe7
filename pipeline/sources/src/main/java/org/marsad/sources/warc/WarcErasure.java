// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.RawDocument;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Takes pages out of the archive. A file that holds one is replaced, in one step, by a copy without
 * it; the other records stay byte by byte as they are. Writers wait meanwhile.
 */
public final class WarcErasure {
  private final Path folder;

  public WarcErasure(Path folder) {
    this.folder = folder;
  }

  /**
   * @param ids of documents, whose pages are not kept again either
   * @param erased asked of each page, whose provenance names file and record
   * @return the records that were removed, as {@code file record}
   */
  public List<String> erase(Collection<String> ids, Predicate<RawDocument> erased)
      throws IOException {
    List<String> removed = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return removed;
    }
    try (FolderLock lock = FolderLock.acquire(folder)) {
      new KeptOut(folder).add(ids);
    }
    // File by file: a writer need not wait for all of them.
    for (Path file : FileNames.in(folder)) {
      try (FolderLock lock = FolderLock.acquire(folder)) {
        for (String record : eraseFrom(file, erased)) {
          removed.add(file.getFileName() + " " + record);
        }
      }
    }
    return removed;
  }

  /** The ids of documents whose pages an archive does not keep again; none where there is none. */
  public static Set<String> erasedIds(Path folder) throws IOException {
    return new KeptOut(folder).all();
  }

  private static Set<String> eraseFrom(Path file, Predicate<RawDocument> erased)
      throws IOException {
    if (!Files.exists(file)) {
      // It was old, and has been removed meanwhile.
      return Set.of();
    }
    Set<String> records = matching(file, erased);
    if (!records.isEmpty()) {
      rewrite(file, records);
    }
    return records;
  }

  private static Set<String> matching(Path file, Predicate<RawDocument> erased) throws IOException {
    Set<String> ids = new HashSet<>();
    try (WarcCaptures captures = WarcCaptures.open(file)) {
      for (RawDocument next = captures.next(); next != null; next = captures.next()) {
        if (next.provenance() != null
            && next.provenance().recordId() != null
            && erased.test(next)) {
          ids.add(next.provenance().recordId());
        }
      }
    }
    return ids;
  }

  /** A torn end is left out: nobody can read it. */
  private static void rewrite(Path file, Set<String> erased) throws IOException {
    Path copy = file.resolveSibling(file.getFileName() + ".erasing");
    try {
      copyKept(file, copy, kept(file, erased));
      Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      // After a fault, such as a full disk.
      Files.deleteIfExists(copy);
    }
  }

  private static void copyKept(Path file, Path copy, List<Span> kept) throws IOException {
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                copy,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      for (Span span : kept) {
        long position = span.start();
        while (position < span.end()) {
          position += from.transferTo(position, span.end() - position, to);
        }
      }
      to.force(true);
    }
  }

  /** Where a record that stays begins, and where the next one begins. */
  private record Span(long start, long end) {}

  private static List<Span> kept(Path file, Set<String> erased) throws IOException {
    List<Span> kept = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file)) {
      reader.setLenient(true);
      long start = -1;
      boolean stays = false;
      boolean whole = false;
      try {
        for (WarcRecord record = next(reader); record != null; record = next(reader)) {
          if (stays) {
            kept.add(new Span(start, reader.position()));
          }
          start = reader.position();
          stays = !concerns(record, erased);
          whole = false;
          record.body().consume();
          whole = true;
        }
        if (stays) {
          kept.add(new Span(start, Files.size(file)));
        }
      } catch (EOFException | ZipException | ParsingException torn) {
        if (stays && whole && reader.position() > start) {
          kept.add(new Span(start, reader.position()));
        }
      }
    }
    return kept;
  }

  private static @Nullable WarcRecord next(WarcReader reader) throws IOException {
    return reader.next().orElse(null);
  }

  /** The page itself, or what is told of it. */
  private static boolean concerns(WarcRecord record, Set<String> erased) {
    return erased.contains(record.id().toString())
        || (record instanceof WarcCaptureRecord capture
            && capture.concurrentTo().stream().anyMatch(id -> erased.contains(id.toString())));
  }
}
