// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

/** Counts what is done, and can be told to go off once, right after something was done. */
public final class Power {
  private long left = Long.MAX_VALUE;

  /** The program is killed. */
  public static final class Off extends Error {
    private static final long serialVersionUID = 1L;
  }

  public void offAfter(long operations) {
    left = operations;
  }

  /** Called after every operation. */
  void done() {
    left--;
    if (left == 0) {
      throw new Off();
    }
  }
}
