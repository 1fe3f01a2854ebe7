// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

/**
 * How the tests of one class in one language went.
 *
 * @param cases how many there are, at least one
 * @param passed how many met the whole of what is expected
 * @param calledHostile how many had the stance HOSTILE
 * @param calledRelevant how many were called relevant
 */
public record ClassResult(
    String language,
    String functionalClass,
    Expectation expectation,
    int cases,
    int passed,
    int calledHostile,
    int calledRelevant) {

  /**
   * The share, 0 to 1, that was judged without the error that matters: of tests that are not
   * hostile, those that were not called so, relevant or not; of the others, those that passed.
   */
  public double rightly() {
    return (expectation == Expectation.NOT_HOSTILE ? cases - calledHostile : passed)
        / (double) cases;
  }
}
