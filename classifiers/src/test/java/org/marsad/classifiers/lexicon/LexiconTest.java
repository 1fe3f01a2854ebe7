// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

class LexiconTest {
  private static final Entry MIGRANT = new Entry(Layer.TARGET, "MIGRANT_GENERIC");
  private static final Entry ABROAD = new Entry(Layer.TARGET, "MOR_ABROAD");

  private final Lexicon lexicon = new Lexicon();

  @Test
  void findsWholeWordsOnly() {
    lexicon.add("migrant", MIGRANT);
    assertThat(found("un migrant, migrants")).containsExactly("migrant");
  }

  @Test
  void anOpenTermCoversTheWholeWord() {
    lexicon.add("migr*", MIGRANT);
    assertThat(found("les migrations")).containsExactly("migrations");
  }

  @Test
  void seesThroughArabicProclitics() {
    lexicon.add("مهاجرين", MIGRANT);
    assertThat(found("وبالمهاجرين")).containsExactly("مهاجرين");
  }

  @Test
  void theLongestTermWins() {
    lexicon.add("immigres", MIGRANT);
    lexicon.add("immigres marocains", ABROAD);
    assertThat(found("les immigrés marocains")).containsExactly("immigres marocains");
  }

  @Test
  void theShippedTermFilesAreWellFormed() {
    assertThat(LexiconReader.shipped().scan(Normaliser.normalise("les migrants à Casablanca")))
        .extracting(hit -> hit.entry().value())
        .contains("MIGRANT_GENERIC", "casablanca");
  }

  private List<String> found(String original) {
    NormalText text = Normaliser.normalise(original);
    return lexicon.scan(text).stream().map(hit -> text.substring(hit.start(), hit.end())).toList();
  }
}
