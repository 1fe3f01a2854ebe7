// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.job.local.Checkpoints;
import org.marsad.model.Secret;

/**
 * The one folder that holds all that Marsad keeps on this machine. While it is open, no other
 * Marsad can open it.
 */
final class DataDirectory implements AutoCloseable {
  private static final String UNKNOWN = "";

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * @throws Remedy if the folder cannot be made or written, or another Marsad uses it, or a later
   *     one wrote it
   */
  static DataDirectory open(Path root) {
    Path lockFile = root.resolve("lock");
    FileChannel channel;
    try {
      OwnerOnly.directories(root);
      channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new Remedy(
          "the data directory "
              + root.toAbsolutePath()
              + " cannot be written ("
              + e.getMessage()
              + "). Give another one with --data, or make it writable.",
          e);
    }
    FileLock lock = tryLock(channel);
    if (lock == null) {
      throw new Remedy(
          "another Marsad is using the data directory "
              + root.toAbsolutePath()
              + ". Stop it, or give another directory with --data. Meanwhile ./marsad import and"
              + " backfill with --data "
              + root
              + " go into its index.");
    }
    DataDirectory open = new DataDirectory(root, channel, lock);
    try {
      DataLayout.takeOver(root);
      return open;
    } catch (IOException e) {
      open.close();
      throw new Remedy("the file version in " + root.toAbsolutePath() + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /** Whether another Marsad has it open. */
  static boolean isInUse(Path root) {
    Path lockFile = root.resolve("lock");
    if (!Files.exists(lockFile)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      // Closing the channel releases what was locked.
      return tryLock(channel) == null;
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Whether the last Marsad that had it open was killed, or went off with the machine. */
  static boolean endedByForce(Path root) {
    return !addressIn(root.resolve("lock")).equals(UNKNOWN) && !isInUse(root);
  }

  /** Where the index of the Marsad that has it open answers; null where none has. */
  static @Nullable URI runningIndex(Path root) {
    String address = isInUse(root) ? addressIn(root.resolve("lock")) : UNKNOWN;
    return address.equals(UNKNOWN) ? null : URI.create(address);
  }

  /** Tells other Marsads, which find the directory locked, where its index answers. */
  void tell(URI elasticsearch) {
    try {
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(elasticsearch + "\n"), 0);
    } catch (IOException e) {
      // Other commands have to be given the address.
    }
  }

  private static String addressIn(Path lockFile) {
    try {
      return Files.readString(lockFile).strip();
    } catch (IOException unknown) {
      return UNKNOWN;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException | IOException held) {
      return null;
    }
  }

  Path root() {
    return root;
  }

  Path elasticsearch() {
    return elasticsearch(root);
  }

  /** Of a data directory that a running Marsad may have open. */
  static Path elasticsearch(Path root) {
    return root.resolve("elasticsearch");
  }

  /** Captured pages, in web archive files. */
  Path archive() {
    return archive(root);
  }

  /** Of a data directory that a running Marsad may have open. */
  static Path archive(Path root) {
    return root.resolve("archive");
  }

  Checkpoints checkpoints() {
    return checkpoints(root);
  }

  /** Of a data directory that a running Marsad may have open. */
  static Checkpoints checkpoints(Path root) {
    return new Checkpoints(root.resolve("checkpoints"));
  }

  Path auditLog() {
    return ownAuditLog(root);
  }

  /** Says which documents somebody looked at unmasked, and so is the owner's alone. */
  static Path ownAuditLog(Path root) {
    Path file = auditLog(root);
    try {
      OwnerOnly.directories(root);
      OwnerOnly.file(file);
    } catch (IOException e) {
      throw new Remedy("the audit log " + file + " cannot be written: " + e.getMessage(), e);
    }
    return file;
  }

  /** Of a data directory that a running Marsad may have open. */
  static Path auditLog(Path root) {
    return root.resolve("audit.jsonl");
  }

  Secret pseudonymKey() {
    return SecretKey.PSEUDONYMS.in(root);
  }

  Secret alertsKey() {
    return SecretKey.ALERTS.in(root);
  }

  /** Of the codes in messages to subscribers. */
  Tokens alertTokens() {
    return new Tokens(alertsKey().bytes());
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The operating system releases the lock when this program ends.
    }
  }
}
