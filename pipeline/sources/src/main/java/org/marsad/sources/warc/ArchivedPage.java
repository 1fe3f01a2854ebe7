// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of a web archive that is a page, or that should be one. */
public sealed interface ArchivedPage {
  /** The record's place among all of the file, from 1. */
  long number();

  /** Where it was captured, as the record states it. */
  @Nullable String url();

  /** The archive's own name of the record; null where it gives none. */
  @Nullable String recordId();

  /**
   * A page as the server sent it, unpacked.
   *
   * @param contentType the header as received
   */
  record Whole(
      long number,
      @Nullable String url,
      @Nullable String recordId,
      Instant captured,
      @Nullable String contentType,
      byte[] body)
      implements ArchivedPage {}

  /**
   * One that cannot be read; those behind it can.
   *
   * @param reason a stable, lower-case, hyphenated code
   * @param message what is wrong and what to do
   */
  record Unreadable(
      long number, @Nullable String url, @Nullable String recordId, String reason, String message)
      implements ArchivedPage {}
}
