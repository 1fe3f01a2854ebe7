// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;

/**
 * One writer of the archive; there may be many, each with files of its own. A record is complete in
 * the file when {@link #write} returns, and survives a power cut when {@link #sync} has returned.
 * Not thread-safe.
 */
public final class WarcArchive {
  /** So that {@link WarcSettings#keep} holds for quiet times as well. */
  private static final Duration LONGEST_FILE = Duration.ofDays(1);

  private final WarcSettings settings;
  private final Clock clock;
  private final KeptOut keptOut;
  private final Retention retention;
  private @Nullable Path current;
  private Instant begun = Instant.EPOCH;
  private boolean dirty;

  private WarcArchive(WarcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.keptOut = new KeptOut(settings.path());
    this.retention = new Retention(settings);
  }

  /**
   * @throws IOException if the folder cannot be made
   */
  public static WarcArchive open(WarcSettings settings, Clock clock) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createDirectories(
          settings.path(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(settings.path());
    }
    return new WarcArchive(settings, clock);
  }

  /**
   * Keeps a captured page.
   *
   * @param provenance of the page
   * @return the same, with file and record; without, where the document was erased
   * @throws ArchiveFullException if there is no room on the disk
   * @throws IOException if it could not be kept; what was kept before is not harmed
   */
  public Provenance write(RawDocument raw, byte[] page, Provenance provenance) throws IOException {
    byte[] records = CaptureRecords.of(raw, page, provenance);
    try (FolderLock lock = FolderLock.acquire(settings.path())) {
      if (keptOut.names(raw.url())) {
        return provenance;
      }
      checkRoom(records.length);
      Path file = fileFor(records.length);
      append(file, records);
      return provenance.keptIn(
          String.valueOf(file.getFileName()), CaptureRecords.recordId(raw, provenance));
    }
  }

  /** The current file, if it is there and has room; otherwise the next one. */
  private Path fileFor(int bytes) throws IOException {
    Path file = current;
    if (file != null
        && Files.exists(file)
        && Files.size(file) + bytes <= settings.maxFileBytes()
        && clock.instant().isBefore(begun.plus(LONGEST_FILE))) {
      return file;
    }
    sync();
    retention.apply(clock.instant());
    begun = clock.instant();
    file = settings.path().resolve(FileNames.begunAt(begun));
    append(file, CaptureRecords.head(String.valueOf(file.getFileName()), begun));
    current = file;
    return file;
  }

  /** All or nothing, and after a fault in another file: this one's end may be torn. */
  private void append(Path file, byte[] records) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = channel.size();
      channel.position(end);
      try {
        for (ByteBuffer rest = ByteBuffer.wrap(records); rest.hasRemaining(); ) {
          channel.write(rest);
        }
      } catch (IOException fault) {
        current = null;
        channel.truncate(end);
        throw fault;
      }
      dirty = true;
    } catch (IOException fault) {
      current = null;
      deleteIfEmpty(file);
      throw fault;
    }
  }

  /** Or else a full disk would get a file for every page. */
  private static void deleteIfEmpty(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) == 0) {
      Files.delete(file);
    }
  }

  /** What is too old goes first: no file need be begun for that. */
  private void checkRoom(int bytes) throws IOException {
    if (free() - bytes < settings.keepFreeBytes()) {
      retention.apply(clock.instant());
      long free = free();
      if (free - bytes < settings.keepFreeBytes()) {
        throw new ArchiveFullException(free, settings.keepFreeBytes());
      }
    }
  }

  private long free() throws IOException {
    return Files.getFileStore(settings.path()).getUsableSpace();
  }

  /** Brings onto the disk what has been written. */
  public void sync() throws IOException {
    if (dirty && current != null && Files.exists(current)) {
      try (FileChannel channel = FileChannel.open(current, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    dirty = false;
  }
}
