// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

/** The input as a whole is no series of counts; the message says what to do. */
public final class SeriesException extends Exception {
  private static final long serialVersionUID = 1L;

  SeriesException(String message) {
    super(message);
  }
}
