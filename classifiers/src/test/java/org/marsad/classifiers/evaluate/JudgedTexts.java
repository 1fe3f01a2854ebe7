// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.Set;
import org.marsad.classifiers.Assessments;
import org.marsad.classifiers.Stance;

/** Makes texts that somebody has judged. */
final class JudgedTexts {
  private JudgedTexts() {}

  /** A relevant text about one group, called HOSTILE where its hostility is a half or more. */
  static Judged about(String group, String language, boolean hostile, double hostility) {
    return new Judged(
        language,
        true,
        hostile,
        Set.of(group),
        Assessments.of(
            language, true, hostility >= 0.5 ? Stance.HOSTILE : Stance.NEUTRAL, hostility));
  }
}
