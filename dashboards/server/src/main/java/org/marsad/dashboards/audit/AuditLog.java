// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.dashboards.http.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records deliberate acts, one JSON object a line: when, who, what, and on which document, rule,
 * incident, subscription or account.
 *
 * <p>The chain goes on from the head, not from what the file ends with: so the end that somebody
 * changed or cut off after it was written stays missing for good. Each record looks at the files
 * anew and holds a lock meanwhile, since commands record beside the running server.
 */
public final class AuditLog {
  /** Marsad itself. */
  public static final String MARSAD = "marsad";

  /** A line longer than this is none of ours. */
  static final int MAX_LINE_BYTES = 64 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  /** File locks are a program's: within it, another is an error. */
  private static final Object THIS_PROGRAM = new Object();

  private final Path file;
  private final Clock clock;

  /**
   * Makes the file with its directory, so that what cannot be recorded is found at the start, and
   * mends what a power cut left of a line.
   *
   * @throws DashboardStartException if it cannot be written
   */
  public AuditLog(Path file, Clock clock) {
    this.file = file.toAbsolutePath();
    this.clock = clock;
    try {
      Files.createDirectories(this.file.getParent());
      synchronized (THIS_PROGRAM) {
        try (FileChannel channel = openLocked()) {
          mend(channel);
        }
      }
    } catch (IOException e) {
      throw new DashboardStartException(
          "The audit log "
              + this.file
              + " cannot be written ("
              + e.getMessage()
              + "): choose a data directory that can be written with --data, and see what"
              + " ./marsad audit verify says",
          e);
    }
  }

  public Path file() {
    return file;
  }

  /** Records an act that needs no details. */
  public void record(String who, String action, String kind, String id) {
    record(who, action, kind, id, Map.of());
  }

  /**
   * Returns once the line is on the disk: what is not recorded does not happen.
   *
   * @param who the account's id, "key:" and the id of an API key, {@link Request#LOCAL}, {@link
   *     Request#NOBODY} or {@link #MARSAD}; never a person's name
   * @param action such as "reveal"
   * @param kind of what it is done to, such as "document"
   * @param id of that; no address, no token
   * @param details such as the parameters of an export; no text of a document
   */
  public void record(
      String who, String action, String kind, String id, Map<String, List<String>> details) {
    synchronized (THIS_PROGRAM) {
      try (FileChannel channel = openLocked()) {
        mend(channel);
        append(channel, who, action, kind, id, details);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Closing the channel releases the lock. */
  private FileChannel openLocked() throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** A line without its end was never told to be written: what it was to record did not happen. */
  private void mend(FileChannel channel) throws IOException {
    LogEnd end = LogEnd.of(channel);
    if (end.torn() > 0) {
      LOG.warn(
          "The last line of the audit log {} was cut short, as by a power cut: {} bytes of it were"
              + " removed. What it was to record did not happen.",
          file,
          end.torn());
      channel.truncate(end.length());
      String bytes = Long.toString(end.torn());
      append(channel, MARSAD, "mend", "torn-line", bytes + " bytes", Map.of());
    }
  }

  private void append(
      FileChannel channel,
      String who,
      String action,
      String kind,
      String id,
      Map<String, List<String>> details)
      throws IOException {
    LogEnd end = LogEnd.of(channel);
    AuditHead before = before(channel, end);
    long sequence = before.sequence() + 1;
    AuditEntry entry =
        new AuditEntry(
            sequence,
            before.sha256(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            who,
            action,
            kind,
            id,
            details);
    byte[] line = entry.encode();
    if (line.length > MAX_LINE_BYTES) {
      throw new IllegalArgumentException(action + " has more details than a line can hold");
    }
    ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
    long at = end.length();
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    channel.force(true);
    AuditHead.of(sequence, line).write(file);
  }

  /** The head lags by a line where a power cut came between the two. */
  private AuditHead before(FileChannel channel, LogEnd end) throws IOException {
    AuditHead head = AuditHead.read(file);
    AuditHead last = end.last();
    if (last != null && (head == null || last.sequence() > head.sequence())) {
      return last;
    }
    return head == null ? LogEnd.anchor(channel) : head;
  }
}
