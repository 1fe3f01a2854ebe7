// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a capture can be seen again, and by what it is known to be unchanged.
 *
 * @param sha256 of the captured bytes, decompressed, as lower-case hexadecimal digits
 * @param archiveFile the web archive's file that holds the capture; null where none is kept
 * @param recordId the record in that file, a {@code urn:uuid:}; null where none is kept
 * @param robots what robots.txt said when it was captured
 */
public record Provenance(
    String sha256, @Nullable String archiveFile, @Nullable String recordId, Robots robots) {

  /** Whether a robot was permitted to fetch. */
  public enum Robots {
    /** robots.txt permits it, or there is none. */
    ALLOWED,
    /** The capture came out of a file, or by an interface for programs. */
    NOT_ASKED,
    /** robots.txt permits it, but the page asks robots to keep no copy (noarchive). */
    NO_ARCHIVE
  }

  /** Of a page that no archive keeps yet. */
  public static Provenance of(byte[] page, Robots robots) {
    return new Provenance(sha256(page), null, null, robots);
  }

  /**
   * The same capture, kept in an archive.
   *
   * @param record null where the archive names its records not at all
   */
  public Provenance keptIn(String file, @Nullable String record) {
    return new Provenance(sha256, file, record, robots);
  }

  /** As lower-case hexadecimal digits. */
  public static String sha256(byte[] page) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
