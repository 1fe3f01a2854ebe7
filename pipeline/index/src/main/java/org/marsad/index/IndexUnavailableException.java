// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import org.jspecify.annotations.Nullable;

/**
 * Elasticsearch did not answer, or answered that it cannot now (429, 5xx). What was sent may or may
 * not have been stored: write {@link IndexEntry#asRetried} again, after a pause.
 */
public final class IndexUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
