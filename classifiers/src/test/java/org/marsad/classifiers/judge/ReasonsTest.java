// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.Voice;

class ReasonsTest {
  @Test
  void saysFramesVoiceAndTarget() {
    assertThat(
            Reasons.of(
                Stance.HOSTILE,
                4,
                meanings(List.of(Target.SSA_BLACK), Frame.CRIME, Frame.EXPEL, Frame.RIGHTS),
                List.of(new Evidence(0, 1, "CRIME", 0.5, Voice.AUTHOR))))
        .isEqualTo(
            "hostile, intensity 4: generalised crime frame and call to expel, author's voice,"
                + " target SSA_BLACK");
  }

  @Test
  void saysThatHostileWordsAreQuoted() {
    assertThat(
            Reasons.of(
                Stance.REPORT_ON_HOSTILITY,
                0,
                meanings(
                    List.of(Target.SSA_BLACK, Target.REFUGEE), Frame.SLUR, Frame.CONDEMN_RACISM),
                List.of(
                    new Evidence(0, 1, "SLUR", 0.5, Voice.QUOTED_CONDEMNED),
                    new Evidence(2, 3, "CONDEMN_RACISM", 0.5, Voice.AUTHOR))))
        .isEqualTo(
            "report on hostility: slur and condemnation of racism, quoted and condemned,"
                + " targets SSA_BLACK and REFUGEE");
  }

  @Test
  void saysThatNoFrameWasFound() {
    assertThat(Reasons.of(Stance.NEUTRAL, 0, meanings(List.of(Target.REFUGEE)), List.of()))
        .isEqualTo(
            "neutral: by its wording as a whole, without a word of a known frame, target REFUGEE");
  }

  @Test
  void everyTextHasAReason() {
    assertThat(assess("Il fait beau aujourd'hui à la plage").reason())
        .isEqualTo("not relevant: no group named");
    assertThat(assess("これは日本語の文章です。").reason()).isEqualTo("not classified: language not supported");
    assertThat(assess("kill all migrants").reason()).startsWith("hostile, intensity 5: ");
  }

  private static Assessment assess(String text) {
    return Classifiers.shipped().assess(new Submission(text, null, TextKind.COMMENT));
  }

  private static Meanings meanings(List<Target> targets, Frame... frames) {
    return new Meanings(targets, List.of(frames), List.of(), List.of(), List.of());
  }
}
