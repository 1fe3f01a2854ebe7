// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.marsad.job.local.Checkpoints;

/**
 * The one folder that holds all that Marsad keeps on this machine. While it is open, no other
 * Marsad can open it.
 */
final class DataDirectory implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * @throws Remedy if the folder cannot be made or written, or another Marsad uses it
   */
  static DataDirectory open(Path root) {
    Path lockFile = root.resolve("lock");
    FileChannel channel;
    try {
      Files.createDirectories(root);
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
              + ". Stop it, or give another directory with --data. To import while it runs, send"
              + " the documents to its index: --elasticsearch with the address that it printed"
              + " when it started.");
    }
    return new DataDirectory(root, channel, lock);
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
    return root.resolve("elasticsearch");
  }

  Checkpoints checkpoints() {
    return new Checkpoints(root.resolve("checkpoints"));
  }

  Path auditLog() {
    return root.resolve("audit.jsonl");
  }

  /** The key of the pseudonyms: made once, readable by the owner alone, kept outside the index. */
  byte[] pseudonymKey() {
    Path file = root.resolve("secrets").resolve("pseudonym.key");
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      return makeKey(file);
    } catch (IOException e) {
      throw new Remedy("the pseudonym key " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] makeKey(Path file) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "pseudonym", ".new");
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(fresh, key);
      Files.move(fresh, file);
      return key;
    } catch (IOException e) {
      throw new Remedy("the pseudonym key " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The operating system releases the lock when this program ends.
    }
  }
}
