// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.io.Serial;
import org.marsad.index.Tombstone;

/** What was asked for has been erased. */
final class ErasedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ErasedException(Tombstone stone) {
    super("the document " + stone.id() + " was erased");
    this.problem = Problem.of(stone);
  }

  Problem problem() {
    return problem;
  }
}
