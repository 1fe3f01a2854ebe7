// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;

/**
 * Standard output takes no more. It is unchecked because the streams of Java swallow what is
 * checked, and a command whose results are lost has to stop.
 */
final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean readerLeft;

  OutputException(IOException cause, boolean readerLeft) {
    super(
        "standard output cannot be written ("
            + cause.getMessage()
            + "): make room, or send the results elsewhere.",
        cause);
    this.readerLeft = readerLeft;
  }

  /** Whether whoever read the output has closed it, as {@code head} does: no fault. */
  boolean readerLeft() {
    return readerLeft;
  }
}
