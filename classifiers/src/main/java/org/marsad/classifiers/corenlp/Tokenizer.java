// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.corenlp;

import edu.stanford.nlp.international.arabic.process.ArabicTokenizer;
import edu.stanford.nlp.international.french.process.FrenchTokenizer;
import edu.stanford.nlp.international.spanish.process.SpanishTokenizer;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import java.io.StringReader;
import java.util.List;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * CoreNLP's tokenizers: they know elisions (l'immigré), contractions (don't), abbreviations and
 * numbers of their language. None of them needs a model. Thread-safe.
 */
public enum Tokenizer {
  ARABIC(ArabicTokenizer.factory()),
  FRENCH(FrenchTokenizer.factory(new CoreLabelTokenFactory(), Tokenizer.KEEP_ODD_CHARACTERS)),
  SPANISH(SpanishTokenizer.factory(new CoreLabelTokenFactory(), Tokenizer.KEEP_ODD_CHARACTERS)),

  /** Also for Arabizi, since it alone leaves digits in words (3azzi, 7ouma). */
  ENGLISH(PTBTokenizer.coreLabelFactory(Tokenizer.KEEP_ODD_CHARACTERS));

  private static final String KEEP_ODD_CHARACTERS = "untokenizable=noneKeep";
  private static final String PUNCTUATION_BEYOND_ASCII = "«»“”‘’،؛؟";

  private final TokenizerFactory<CoreLabel> factory;

  Tokenizer(TokenizerFactory<CoreLabel> factory) {
    this.factory = factory;
  }

  public static Tokenizer of(Language language) {
    return switch (language) {
      case DARIJA_ARABIC, STANDARD_ARABIC, OTHER_ARABIC -> ARABIC;
      case FRENCH -> FRENCH;
      case SPANISH -> SPANISH;
      case DARIJA_LATIN, ENGLISH, TAMAZIGHT, UNDETERMINED -> ENGLISH;
    };
  }

  /** The tokens of text[start, end), in order; offsets count from the text's beginning. */
  public List<Token> tokens(NormalText text, int start, int end) {
    StringBuilder known = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      known.append(isKnown(c) ? c : ' ');
    }
    return factory.getTokenizer(new StringReader(known.toString())).tokenize().stream()
        .map(
            label ->
                new Token(label.word(), start + label.beginPosition(), start + label.endPosition()))
        .toList();
  }

  /** The tokenizers throw errors on some characters that their grammars leave out. */
  private static boolean isKnown(char c) {
    return c >= ' ' && c <= '~'
        || c <= Letters.LAST_COMMON && Letters.isLetterOrDigit(c)
        || PUNCTUATION_BEYOND_ASCII.indexOf(c) >= 0;
  }
}
