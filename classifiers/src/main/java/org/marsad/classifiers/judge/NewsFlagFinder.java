// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.Voice;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/**
 * Raises the codebook's news flags for a relevant text: all of them for articles, delegitimising
 * terms for any text. Each is a rule over the terms of one sentence, except that of missing voices,
 * which is the work of {@link MigrantVoices}.
 */
final class NewsFlagFinder {
  private static final String CRIME = "CRIME";
  private static final String VICTIM = "VICTIM";
  private static final String DELEGITIMISING = "DELEGITIMISING";
  private static final String MASS = "MASS";
  private static final String ALARM = "ALARM";

  private NewsFlagFinder() {}

  /** The flags of a text, in the order of the enum; the title is that of an article. */
  static List<NewsFlag> find(TextKind kind, Reading text, @Nullable Reading title) {
    Set<NewsFlag> flags = EnumSet.noneOf(NewsFlag.class);
    if (delegitimises(text, VoiceFinder.ofText(text))
        || title != null && delegitimises(title, VoiceFinder.ofHeadline(title))) {
      flags.add(NewsFlag.DELEGITIMISING_TERM);
    }
    if (kind == TextKind.ARTICLE) {
      if (namesOriginWithCrime(title != null ? title.sentences() : first(text))) {
        flags.add(NewsFlag.ORIGIN_IN_CRIME_HEADLINE);
      }
      if (alarms(text) || title != null && alarms(title)) {
        flags.add(NewsFlag.NUMBERS_ALARM);
      }
      if (MigrantVoices.areMissing(text)) {
        flags.add(NewsFlag.NO_MIGRANT_VOICE);
      }
    }
    return List.copyOf(flags);
  }

  private static List<Sentence> first(Reading text) {
    return text.sentences().subList(0, Math.min(1, text.sentences().size()));
  }

  private static boolean namesOriginWithCrime(List<Sentence> headline) {
    return headline.stream()
        .anyMatch(
            sentence ->
                namesGroup(sentence)
                    && sentence.has(Layer.NEWS, CRIME)
                    && !sentence.has(Layer.NEWS, VICTIM)
                    && !VoiceFinder.befell(sentence));
  }

  /** A weak name will do: a headline is short, and the text is known to be about migrants. */
  private static boolean namesGroup(Sentence sentence) {
    return !sentence.mentions().isEmpty() || !sentence.weakMentions().isEmpty();
  }

  private static boolean delegitimises(Reading reading, VoiceFinder voices) {
    for (Sentence sentence : reading.sentences()) {
      for (Hit cue : sentence.cues()) {
        boolean names =
            cue.entry().layer() == Layer.NEWS && cue.entry().value().equals(DELEGITIMISING);
        if (names && isAuthors(voices.of(cue.start(), cue.end()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAuthors(Voice voice) {
    return switch (voice) {
      case AUTHOR, QUOTED_ENDORSED, REPORTED_EVENT, HEADLINE_UNATTRIBUTED -> true;
      case QUOTED_NEUTRAL, QUOTED_CONDEMNED -> false;
    };
  }

  private static boolean alarms(Reading reading) {
    return reading.sentences().stream()
        .anyMatch(
            sentence ->
                !sentence.mentions().isEmpty()
                    && sentence.has(Layer.NEWS, ALARM)
                    && (sentence.has(Layer.NEWS, MASS)
                        || LargeNumbers.in(reading.text(), sentence.start(), sentence.end())));
  }
}
