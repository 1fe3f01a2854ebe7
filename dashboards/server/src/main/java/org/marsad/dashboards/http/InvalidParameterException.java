// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.util.List;

/** A request's parameter is not one of those that it may be. */
public final class InvalidParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public InvalidParameterException(String parameter, String detail, List<String> allowed) {
    super(parameter + ": " + detail);
    this.problem = new Problem(400, "Bad request", detail, parameter, allowed, null, null, null);
  }

  public Problem problem() {
    return problem;
  }
}
