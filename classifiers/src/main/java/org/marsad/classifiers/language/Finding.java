// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

/**
 * What was found about the language of a stretch of text.
 *
 * @param words number of its words that can tell a language; with 0 it is undetermined
 * @param script that of most letters of these words
 * @param lead how far the language is ahead of the next, in decision values of the model; infinite
 *     where the script alone tells
 */
public record Finding(Language language, int words, Script script, double lead) {
  private static final int FEW_WORDS = 3;
  private static final double CLEAR_LEAD = 1;

  /** Whether a few words and a narrow lead leave it to the sentences around to decide. */
  public boolean isDoubtful() {
    return words <= FEW_WORDS && lead < CLEAR_LEAD;
  }
}
