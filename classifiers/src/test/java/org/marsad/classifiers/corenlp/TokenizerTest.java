// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

class TokenizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FRENCH|qu'il parte, l'immigre !|qu' il parte l' immigre",
        "ENGLISH|they don't stay|they do n't stay",
        "SPANISH|no es de aquí.|no es de aqui",
        "DARIJA_LATIN|7na f l7ouma, 3azzi|7na f l7ouma 3azzi",
        "DARIJA_ARABIC|خاصهم يمشيو، برا!|خاصهم يمشيو برا",
      })
  void cutsAsTheLanguageDoes(Language language, String text, String words) {
    assertThat(tokens(Tokenizer.of(language), text).stream().filter(Token::isWord))
        .extracting(Token::word)
        .containsExactly(words.split(" "));
  }

  /** Each character by itself and among others: some made the tokenizers throw. */
  @ParameterizedTest
  @EnumSource(Tokenizer.class)
  void anyCharacterIsBorne(Tokenizer tokenizer) {
    Random random = new Random(5);
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      check(tokenizer, "a" + (char) c + "م " + (char) random.nextInt(0x10000) + (char) c);
    }
  }

  private static void check(Tokenizer tokenizer, String text) {
    NormalText normal = Normaliser.normalise(text);
    int end = 0;
    for (Token token : tokens(tokenizer, text)) {
      assertThat(token.start()).as(text).isGreaterThanOrEqualTo(end);
      assertThat(token.end()).as(text).isBetween(token.start() + 1, normal.length());
      end = token.end();
    }
  }

  private static List<Token> tokens(Tokenizer tokenizer, String text) {
    NormalText normal = Normaliser.normalise(text);
    return tokenizer.tokens(normal, 0, normal.length());
  }
}
