// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.IOException;

/** The archive's disk has no room for the page. */
public final class ArchiveFullException extends IOException {
  private static final long serialVersionUID = 1;

  ArchiveFullException(long freeBytes, long keepFreeBytes) {
    super(
        freeBytes / 1_000_000
            + " MB are free, of which "
            + keepFreeBytes / 1_000_000
            + " MB are to stay so");
  }
}
