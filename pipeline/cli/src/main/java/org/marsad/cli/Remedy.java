// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

/** A fault that the user can mend. Its message names what, where, and what to do. */
final class Remedy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Remedy(String message) {
    super(message);
  }

  Remedy(String message, Throwable cause) {
    super(message, cause);
  }
}
