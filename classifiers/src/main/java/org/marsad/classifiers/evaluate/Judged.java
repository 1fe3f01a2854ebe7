// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.Set;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.suites.Expectation;
import org.marsad.classifiers.suites.JudgedCase;
import org.marsad.classifiers.train.LabelledText;

/**
 * A text whose truth is known, with what an assessor said of it.
 *
 * @param language the true one
 * @param relevant whether it truly speaks about migrants
 * @param hostile whether its author truly is hostile
 * @param targets who it truly speaks about, by name of {@link Target}
 */
record Judged(
    String language, boolean relevant, boolean hostile, Set<String> targets, Assessment found) {

  static Judged of(JudgedCase done) {
    Target target = done.functional().target();
    Expectation expectation = done.functional().expectation();
    return new Judged(
        done.language(),
        expectation != Expectation.NOT_RELEVANT,
        expectation == Expectation.HOSTILE,
        target == null ? Set.of() : Set.of(target.name()),
        done.found());
  }

  /**
   * @throws IllegalArgumentException if the text has no label of language or relevance
   */
  static Judged of(LabelledText text, Assessment found) {
    String language = text.language();
    Boolean relevant = text.relevant();
    if (language == null || relevant == null) {
      throw new IllegalArgumentException("the text needs the labels language and relevant");
    }
    return new Judged(
        language, relevant, text.stance() == Stance.HOSTILE, Set.copyOf(text.targets()), found);
  }

  boolean calledHostile() {
    return found.stance() == Stance.HOSTILE;
  }
}
