// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

/** A request is understood, and refused for a reason that a person can act on. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public RefusedException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
