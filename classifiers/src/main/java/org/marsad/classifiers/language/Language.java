// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

/** The languages that are told apart, with the code that assessments carry. */
public enum Language {
  DARIJA_ARABIC("ary-Arab", Script.ARABIC),
  STANDARD_ARABIC("arb", Script.ARABIC),
  OTHER_ARABIC("other-ar", Script.ARABIC),
  DARIJA_LATIN("ary-Latn", Script.LATIN),
  FRENCH("fr", Script.LATIN),
  SPANISH("es", Script.LATIN),
  ENGLISH("en", Script.LATIN),
  TAMAZIGHT("zgh", Script.TIFINAGH),
  UNDETERMINED("und", Script.OTHER);

  private final String code;
  private final Script script;

  Language(String code, Script script) {
    this.code = code;
    this.script = script;
  }

  public String code() {
    return code;
  }

  public Script script() {
    return script;
  }

  /** Whether the models have been trained on it. */
  public boolean supported() {
    return script == Script.ARABIC || script == Script.LATIN;
  }
}
