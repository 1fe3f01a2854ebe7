// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

/** A secret is not where it was said to be; the message says where that is. */
public final class SecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SecretException(String message) {
    super(message);
  }
}
