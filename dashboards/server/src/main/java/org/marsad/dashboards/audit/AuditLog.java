// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.model.Json;

/**
 * Records deliberate acts, one JSON object a line: when, what, and on which document, rule,
 * incident or subscription; never who.
 */
public final class AuditLog {
  private final Path file;
  private final Clock clock;

  /** Makes the file's directory, so that what cannot be recorded is found at the start. */
  public AuditLog(Path file, Clock clock) {
    this.file = file.toAbsolutePath();
    this.clock = clock;
    try {
      Files.createDirectories(this.file.getParent());
    } catch (IOException e) {
      throw new DashboardStartException(
          "The audit log "
              + this.file
              + " cannot be written: choose a data directory that can be written with --data",
          e);
    }
  }

  /**
   * Returns once the line is on the disk: what is not recorded does not happen.
   *
   * @param action such as "reveal"
   * @param kind of what it is done to, such as "document"
   * @param id of that; no address, no token
   */
  public synchronized void record(String action, String kind, String id) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", Instant.now(clock));
    line.put("action", action);
    line.put(kind, id);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes =
          ByteBuffer.wrap(
              (Json.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line is always encodable", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
