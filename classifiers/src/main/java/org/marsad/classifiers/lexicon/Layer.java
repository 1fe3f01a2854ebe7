// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.lexicon;

/** What a term's value means. */
public enum Layer {
  /** Names a group for certain: the value is a target. */
  TARGET,
  /** Names a group only where the context says so: the value is a target. */
  WEAK_TARGET,
  /**
   * Suggests a group without naming it, as a country of origin and a call to go home do: the value
   * is a target. It makes a short text worth judging, and is never a mention.
   */
  HINT,
  /** Swallows what looks like a mention and is none ("African Union"). */
  NOT_A_MENTION,
  /** Makes a weak mention a mention: migration, borders, residence, colour of skin. */
  MIGRATION_CONTEXT,
  /** The value is a frame of the codebook. */
  FRAME,
  /** The value is a cue of voice: REPORT, CONDEMN, NEGATE, SUPPORT or POLICY. */
  VOICE,
  /** The value is an identifier of the gazetteer. */
  PLACE,
  /** The value is a theme of the codebook. */
  THEME,
  /** The value is a cue of who speaks: {@code speech.tsv} explains each. */
  SPEECH,
  /** The value is a cue of the news flags: {@code news.tsv} explains each. */
  NEWS;

  /** Whether it names a group, in some contexts at least. */
  public boolean isName() {
    return this == TARGET || this == WEAK_TARGET;
  }

  /** Whether it tells who may be spoken about. */
  public boolean isOfGroup() {
    return isName() || this == HINT;
  }

  /** Whether rules alone read it: such terms are no features of the models. */
  public boolean isForRulesAlone() {
    return this == SPEECH || this == NEWS;
  }
}
