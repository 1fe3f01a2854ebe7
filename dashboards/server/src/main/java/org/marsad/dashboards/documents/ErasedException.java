// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.io.Serial;
import org.marsad.dashboards.http.Problem;
import org.marsad.index.Tombstone;

/** What was asked for has been erased. */
public final class ErasedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public ErasedException(Tombstone stone) {
    super("the document " + stone.id() + " was erased");
    this.problem = Problem.of(stone);
  }

  public Problem problem() {
    return problem;
  }
}
