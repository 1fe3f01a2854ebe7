// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;

/** The cues of the layer SPEECH, as {@code speech.tsv} explains them. */
enum Speech {
  SAYS,
  SOURCE,
  OWN,
  THAT,
  AGREE,
  DISAGREE,
  ATTACK_ON,
  BEFELL,
  INSTITUTION,
  ASSOCIATION;

  boolean is(Hit cue) {
    return cue.entry().layer() == Layer.SPEECH && cue.entry().value().equals(name());
  }
}
