// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import org.jspecify.annotations.Nullable;

/** The dashboard cannot be served; the message says why and what to do, for a person. */
public final class DashboardStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DashboardStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
