// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Writes a web archive byte by byte, as other tools write theirs. */
final class ForeignArchive {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final boolean packed;
  private int records;

  /**
   * @param packed each record by itself
   */
  ForeignArchive(boolean packed) {
    this.packed = packed;
  }

  /** What a server answered: its head, lines parted by {@code |}, and the body. */
  ForeignArchive answer(String page, String head, byte[] body) throws IOException {
    byte[] http = concat(("HTTP/1.1 200 OK\r\n" + lines(head) + "\r\n").getBytes(UTF_8), body);
    return record(
        "response",
        "WARC-Target-URI: https://site.example/"
            + page
            + "|Content-Type: application/http; msgtype=response",
        http);
  }

  ForeignArchive answer(String page, String head, String body) throws IOException {
    return answer(page, head, body.getBytes(UTF_8));
  }

  /**
   * @param head further lines, parted by {@code |}
   */
  ForeignArchive record(String type, String head, byte[] block) throws IOException {
    records++;
    return bare(
        "WARC-Type: "
            + type
            + "|WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
            + String.format("%012d", records)
            + ">|WARC-Date: 2024-05-01T10:00:00Z|"
            + head,
        block);
  }

  /** A record of which nothing is said but this. */
  ForeignArchive bare(String head, byte[] block) throws IOException {
    byte[] start =
        ("WARC/1.0\r\n" + lines(head) + "Content-Length: " + block.length + "\r\n\r\n")
            .getBytes(UTF_8);
    byte[] whole = concat(concat(start, block), "\r\n\r\n".getBytes(UTF_8));
    bytes.writeBytes(packed ? gzip(whole) : whole);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static String lines(String head) {
    return head.isEmpty() ? "" : head.replace("|", "\r\n") + "\r\n";
  }

  private static byte[] concat(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
