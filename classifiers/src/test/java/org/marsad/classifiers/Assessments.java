// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes assessments for tests of what uses them. */
public final class Assessments {
  private Assessments() {}

  /** An assessment without spans and meanings. */
  public static Assessment of(
      String language, boolean relevant, @Nullable Stance stance, double hostility) {
    return new Assessment(
        true,
        language,
        List.of(language),
        relevant,
        relevant ? 0.9 : 0.1,
        stance,
        hostility,
        0.5,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "a model",
        List.of(),
        "a reason");
  }
}
