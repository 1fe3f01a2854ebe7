// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.linear.FeatureHasher;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

/** Reads texts. Thread-safe. */
public final class Reader {
  private static final int WINDOW = 4;

  private final Lexicon lexicon;
  private final HiddenMentions hidden = new HiddenMentions();

  public Reader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads any text, in time linear in it. */
  public Reading read(String original) {
    NormalText text = Normaliser.normalise(original);
    List<Hit> hits = lexicon.scan(text);
    hidden.addTo(hits, text);
    MentionResolver.Resolution resolution = MentionResolver.resolve(hits);
    List<Hit> mentions = resolution.mentions();
    Set<Hit> hints = new HashSet<>(resolution.hints());
    List<Hit> cues = new ArrayList<>();
    for (Hit hit : hits) {
      Layer layer = hit.entry().layer();
      if (layer != Layer.TARGET && layer != Layer.WEAK_TARGET || hints.contains(hit)) {
        cues.add(hit);
      }
    }
    FeatureHasher hasher = new FeatureHasher();
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
      int wordsFrom = hasher.position();
      hasher.addText(text, start, end);
      int wordsTo = hasher.position();
      mark(hasher, text, start, end, here, cuesHere);
      sentences.add(
          new Sentence(start, end, here, cuesHere, wordsFrom, wordsTo, hasher.position()));
      start = end;
    }
    return new Reading(text, List.copyOf(sentences), hasher);
  }

  /** Tells the models what the terms mean, so that they need not learn each spelling. */
  private static void mark(
      FeatureHasher hasher,
      NormalText text,
      int start,
      int end,
      List<Hit> mentions,
      List<Hit> cues) {
    if (start >= FeatureHasher.LONGEST_TEXT) {
      return;
    }
    for (Hit mention : mentions) {
      hasher.addMark(mention.entry().layer().name());
      hasher.addMark(mention.entry().value());
      markNeighbours(hasher, text, start, end, mention);
    }
    for (Hit cue : cues) {
      String mark = cue.entry().layer() + ":" + cue.entry().value();
      if (cue.entry().layer() == Layer.PLACE) {
        mark = Layer.PLACE.name();
      }
      hasher.addMark(mark);
      if (!mentions.isEmpty()) {
        hasher.addMark("of a group " + mark);
      }
    }
  }

  private static void markNeighbours(
      FeatureHasher hasher, NormalText text, int start, int end, Hit mention) {
    int i = mention.end();
    for (int words = 0; words < WINDOW && i < end; words++) {
      while (i < end && !Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      int from = i;
      while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      if (i > from) {
        hasher.addMark("after", FeatureHasher.wordHash(text, from, i));
      }
    }
    i = mention.wordStart();
    for (int words = 0; words < WINDOW && i > start; words++) {
      while (i > start && !Character.isLetterOrDigit(text.charAt(i - 1))) {
        i--;
      }
      int to = i;
      while (i > start && Character.isLetterOrDigit(text.charAt(i - 1))) {
        i--;
      }
      if (i < to) {
        hasher.addMark("before", FeatureHasher.wordHash(text, i, to));
      }
    }
  }
}
