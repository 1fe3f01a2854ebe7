// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.language.TestSentences;
import org.marsad.classifiers.model.ModelSet;

/** The shipped model on own sentences that it was not trained on. */
class SentenceLanguagesTest {
  /**
   * Other Arabic is spoken in a dozen countries, and hardly any set shows it on everyday topics.
   */
  private static final Map<String, Double> LOWER = Map.of("other-ar", 0.6);

  private final SentenceLanguages languages =
      new SentenceLanguages(new LanguageIdentifier(ModelSet.shipped().language()));

  @Test
  void mostOwnSentencesOfEveryLanguageAreKnown() throws IOException {
    Map<String, List<Boolean>> right = new TreeMap<>();
    for (TestSentences.Row row : TestSentences.read()) {
      if (!row.switches()) {
        String truth = row.codes().get(0);
        right
            .computeIfAbsent(truth, code -> new ArrayList<>())
            .add(languages.main(row.text()).equals(truth));
      }
    }
    assertThat(right).hasSize(9);
    right.forEach(
        (code, calls) ->
            assertThat(share(calls))
                .as(code)
                .isGreaterThanOrEqualTo(LOWER.getOrDefault(code, 0.9)));
  }

  @Test
  void aTextThatSwitchesIsNamedSentenceBySentence() throws IOException {
    List<Boolean> right = new ArrayList<>();
    for (TestSentences.Row row : TestSentences.read()) {
      if (row.switches()) {
        List<String> found =
            languages.of(row.text()).stream().map(SentenceLanguages.Named::code).toList();
        assertThat(found).as(row.text()).hasSameSizeAs(row.codes());
        for (int i = 0; i < found.size(); i++) {
          right.add(found.get(i).equals(row.codes().get(i)));
        }
      }
    }
    assertThat(share(right)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void textWithoutWordsHasNoLanguageAndDoesNotOutweighWords() {
    assertThat(languages.main("https://example.org/a/long/address/of/an/article.html"))
        .isEqualTo("und");
    assertThat(
            languages.main(
                "Je ne suis pas du tout d'accord.\n"
                    + "https://example.org/a/very/long/address/of/an/article/that/outweighs.html"))
        .isEqualTo("fr");
  }

  private static double share(List<Boolean> calls) {
    return calls.stream().filter(call -> call).count() / (double) calls.size();
  }
}
