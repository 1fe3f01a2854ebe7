// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.util.List;

/** A request's body cannot be what it should be. */
public final class InvalidBodyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public InvalidBodyException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** Readable JSON that asks for what is not possible. */
  public InvalidBodyException(List<String> faults) {
    this(Problem.of(faults));
  }

  public Problem problem() {
    return problem;
  }
}
