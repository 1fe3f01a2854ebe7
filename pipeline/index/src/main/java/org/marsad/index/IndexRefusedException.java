// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import org.jspecify.annotations.Nullable;

/** Elasticsearch answers, but will not serve us until a person has acted; the message says how. */
public final class IndexRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IndexRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
