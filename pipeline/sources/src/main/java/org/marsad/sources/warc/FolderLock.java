// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Held by whoever changes an archive's files, among the threads of all programs. */
final class FolderLock implements Closeable {
  /** The system's lock belongs to a program as a whole. */
  private static final Map<Path, ReentrantLock> IN_THIS_PROGRAM = new ConcurrentHashMap<>();

  private final ReentrantLock threads;
  private final FileChannel programs;

  private FolderLock(ReentrantLock threads, FileChannel programs) {
    this.threads = threads;
    this.programs = programs;
  }

  /** Waits for it. */
  static FolderLock acquire(Path folder) throws IOException {
    Path file = folder.toRealPath().resolve("lock");
    ReentrantLock threads = IN_THIS_PROGRAM.computeIfAbsent(file, path -> new ReentrantLock());
    threads.lock();
    FileChannel programs = null;
    boolean locked = false;
    try {
      programs = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // Closing the channel gives it back.
      locked = programs.lock().isValid();
      return new FolderLock(threads, programs);
    } finally {
      if (!locked) {
        if (programs != null) {
          programs.close();
        }
        threads.unlock();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      programs.close();
    } finally {
      threads.unlock();
    }
  }
}
