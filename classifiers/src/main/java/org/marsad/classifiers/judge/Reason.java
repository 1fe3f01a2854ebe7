// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Voice;

/**
 * Why a text was judged as it was, in codes: the sentence that an assessment carries, for whoever
 * says it in another language.
 *
 * @param irrelevance null where the text is relevant, and of assessments that did not tell
 * @param stance null where it is not relevant, as what follows is empty
 * @param frames those that the stance rests on; none where it rests on the wording as a whole
 * @param voices whose words speak against a group
 */
public record Reason(
    @Nullable Irrelevance irrelevance,
    @Nullable Stance stance,
    List<Frame> frames,
    Set<Voice> voices,
    List<Target> targets) {

  /** Of an assessment that is classified. */
  public static Reason of(Assessment found) {
    Stance stance = found.stance();
    return stance == null
        ? new Reason(
            Irrelevance.givenBy(found.reason()).orElse(null), null, List.of(), Set.of(), List.of())
        : new Reason(
            null,
            stance,
            Reasons.told(stance, found.frames()),
            Reasons.voices(found.evidence()),
            found.targets());
  }
}
