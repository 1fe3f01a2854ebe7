// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.TextKind;

/**
 * One sentence and what is expected of it.
 *
 * @param functionalClass what is tested, such as {@code counter-by-quote}
 * @param target who is spoken about; null where nobody is
 * @param setting where it is set, such as {@code school}
 */
public record FunctionalCase(
    String functionalClass,
    Expectation expectation,
    @Nullable Target target,
    String setting,
    String text) {

  /** What an assessor is shown of it. */
  public Submission submission() {
    return new Submission(text, null, TextKind.COMMENT);
  }
}
