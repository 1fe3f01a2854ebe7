// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.classifiers.corenlp.Token;
import org.marsad.classifiers.corenlp.Tokenizer;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.Entry;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.linear.FeatureHasher;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

/** Reads texts. Thread-safe. */
public final class Reader {
  private static final int WINDOW = 4;

  private final Lexicon lexicon;
  private final LanguageIdentifier languages;
  private final HiddenMentions hidden = new HiddenMentions();
  private final DisguisedMentions disguised;
  private final MisspeltMentions misspelt;

  public Reader(Lexicon lexicon, LanguageIdentifier languages) {
    this.lexicon = lexicon;
    this.languages = languages;
    this.disguised = new DisguisedMentions(lexicon);
    this.misspelt = new MisspeltMentions(lexicon);
  }

  /** The features of a text's words alone, as {@link Reading#words()} has them. */
  public static SparseVector words(String original) {
    NormalText text = Normaliser.normalise(original);
    FeatureHasher hasher = new FeatureHasher();
    int start = 0;
    for (int end : SentenceSplitter.ends(text)) {
      hasher.addText(text, start, end);
      start = end;
    }
    return hasher.vector(List.of(new int[] {0, hasher.position()}));
  }

  /** Reads any text, in time linear in it. Its mentions and cues are whole words. */
  public Reading read(String original) {
    NormalText text = Normaliser.normalise(original);
    List<Hit> hits = lexicon.scan(text);
    hidden.addTo(hits, text);
    disguised.addTo(hits, text);
    if (text.length() <= Reading.SHORT) {
      misspelt.addTo(hits, text);
    }
    MentionResolver.Resolution resolution = MentionResolver.resolve(hits);
    List<Hit> mentions = WholeWords.around(resolution.mentions(), text);
    Set<Hit> hints = new HashSet<>(resolution.hints());
    List<Hit> cues = new ArrayList<>();
    for (Hit hit : hits) {
      if (!hit.entry().layer().isOfGroup() || hints.contains(hit)) {
        cues.add(WholeWords.around(hit, text));
      }
    }
    Quotations quotations = Quotations.of(text);
    Naming naming = naming(resolution, text);
    FeatureHasher hasher = new FeatureHasher();
    GlossMarks glosses = new GlossMarks(hasher);
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    int mention = 0;
    int cue = 0;
    for (int end : SentenceSplitter.ends(text)) {
      int mentionsFrom = mention;
      while (mention < mentions.size() && mentions.get(mention).start() < end) {
        mention++;
      }
      int cuesFrom = cue;
      while (cue < cues.size() && cues.get(cue).start() < end) {
        cue++;
      }
      List<Hit> here = List.copyOf(mentions.subList(mentionsFrom, mention));
      List<Hit> cuesHere = List.copyOf(cues.subList(cuesFrom, cue));
      List<CueScope> scopes = CueScope.of(cuesHere, quotations);
      int wordsFrom = hasher.position();
      hasher.addText(text, start, end);
      int wordsTo = hasher.position();
      if (start < FeatureHasher.LONGEST_TEXT) {
        markTerms(hasher, here, cuesHere, scopes);
        if (naming != Naming.NONE) {
          Language language = language(hasher, wordsFrom, wordsTo, text, start, end);
          glosses.add(text, start, end, language);
          markNeighbours(hasher, here, language, text, start, end);
        }
      }
      sentences.add(
          new Sentence(start, end, here, cuesHere, scopes, wordsFrom, wordsTo, hasher.position()));
      start = end;
    }
    return new Reading(text, List.copyOf(sentences), naming, quotations, hasher);
  }

  private static Naming naming(MentionResolver.Resolution found, NormalText text) {
    if (!found.mentions().isEmpty()) {
      return Naming.CERTAIN;
    }
    if (text.length() > Reading.SHORT || found.hints().isEmpty()) {
      return Naming.NONE;
    }
    return found.hints().stream().anyMatch(hint -> hint.entry().layer() == Layer.WEAK_TARGET)
        ? Naming.WEAK
        : Naming.SUGGESTED;
  }

  private Language language(
      FeatureHasher hasher, int wordsFrom, int wordsTo, NormalText text, int start, int end) {
    SparseVector features = hasher.vector(List.of(new int[] {wordsFrom, wordsTo}));
    return languages.identify(text, start, end, features);
  }

  /** Tells the models what the terms mean, so that they need not learn each spelling. */
  private static void markTerms(
      FeatureHasher hasher, List<Hit> mentions, List<Hit> cues, List<CueScope> scopes) {
    for (Hit mention : mentions) {
      hasher.addMark(mention.entry().layer().name());
      hasher.addMark(mention.entry().value());
    }
    for (int i = 0; i < cues.size(); i++) {
      Entry cue = cues.get(i).entry();
      if (cue.layer().isForRulesAlone()) {
        continue;
      }
      String mark = cue.layer() == Layer.PLACE ? "PLACE" : cue.layer() + ":" + cue.value();
      hasher.addMark(mark);
      if (cue.layer() == Layer.FRAME) {
        mark = scopes.get(i) + " " + mark;
        hasher.addMark(mark);
      }
      if (!mentions.isEmpty()) {
        hasher.addMark("of a group " + mark);
      }
    }
  }

  /** Tells the models which words stand around a mention; only where one stands is text cut. */
  private static void markNeighbours(
      FeatureHasher hasher,
      List<Hit> mentions,
      Language language,
      NormalText text,
      int start,
      int end) {
    if (mentions.isEmpty()) {
      return;
    }
    List<Token> words =
        Tokenizer.of(language).tokens(text, start, end).stream().filter(Token::isWord).toList();
    for (Hit mention : mentions) {
      int after = 0;
      while (after < words.size() && words.get(after).end() <= mention.wordStart()) {
        after++;
      }
      for (Token word : words.subList(Math.max(0, after - WINDOW), after)) {
        hasher.addMark("before", word.word());
      }
      while (after < words.size() && words.get(after).start() < mention.end()) {
        after++;
      }
      for (Token word : words.subList(after, Math.min(words.size(), after + WINDOW))) {
        hasher.addMark("after", word.word());
      }
    }
  }
}
