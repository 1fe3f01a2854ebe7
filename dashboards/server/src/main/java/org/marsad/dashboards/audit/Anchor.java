// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the first line of a chain hangs on: all bytes of the lines before it, often none. */
final class Anchor {
  private final MessageDigest digest;
  private long lines;

  Anchor() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * @param line without its line feed
   */
  void add(byte[] line) {
    digest.update(line);
    digest.update((byte) '\n');
    lines++;
  }

  /** Of the lines so far. To be asked once. */
  AuditHead head() {
    return new AuditHead(lines, HexFormat.of().formatHex(digest.digest()));
  }
}
