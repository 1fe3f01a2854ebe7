// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Provenance;

/**
 * The end of the chain, written as {@code 12:9f86d0…}.
 *
 * @param sequence of the last line
 * @param sha256 of that line, without its line feed, as lower-case hexadecimal digits
 */
public record AuditHead(long sequence, String sha256) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

  /**
   * @throws IllegalArgumentException of what is none
   */
  public static AuditHead parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A head is a line's number, a colon and the 64 hexadecimal digits of its SHA-256.");
    }
    return new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2));
  }

  static AuditHead of(long sequence, byte[] line) {
    return new AuditHead(sequence, Provenance.sha256(line));
  }

  @Override
  public String toString() {
    return sequence + ":" + sha256;
  }

  /** Where the head of a log is kept: beside it, such as audit.head beside audit.jsonl. */
  public static Path fileOf(Path log) {
    String name = log.getFileName().toString();
    return log.resolveSibling(name.replaceFirst("\\.jsonl$", "") + ".head");
  }

  /**
   * @return null where there is none yet
   * @throws IOException where there is one that cannot be read, or is no head
   */
  static @Nullable AuditHead read(Path log) throws IOException {
    Path file = fileOf(log);
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (!text.endsWith("\n")) {
        throw new IOException(file + " does not end as it was written");
      }
      return parse(text.substring(0, text.length() - 1));
    } catch (NoSuchFileException absent) {
      return null;
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged: it holds no head of an audit log", e);
    }
  }

  /** Takes the place of the one before as a whole, so that no reader finds half of it. */
  void write(Path log) throws IOException {
    Path file = fileOf(log);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(this + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
