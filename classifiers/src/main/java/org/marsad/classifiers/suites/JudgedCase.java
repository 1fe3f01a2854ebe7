// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import org.marsad.classifiers.Assessment;

/**
 * A functional test with what an assessor said of it.
 *
 * @param language of the suite it belongs to
 */
public record JudgedCase(String language, FunctionalCase functional, Assessment found) {
  boolean passed() {
    return functional.expectation().meets(found);
  }
}
