// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.concurrent.Callable;

/** Runs the checks, prints a line for each, and goes on after a fault. */
final class Diagnosis {
  private boolean allWell = true;

  /**
   * @param check returns what it found, in words, or throws with what is wrong and how to mend it
   */
  void check(String name, Callable<String> check) {
    String verdict;
    try {
      verdict = "ok    " + name + ": " + check.call();
    } catch (Exception fault) {
      allWell = false;
      verdict = "FAULT " + name + ": " + (fault.getMessage() == null ? fault : fault.getMessage());
    }
    Terminal.out().println(verdict);
  }

  boolean allWell() {
    return allWell;
  }
}
