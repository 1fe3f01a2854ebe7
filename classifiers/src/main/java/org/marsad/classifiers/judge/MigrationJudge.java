// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.reading.CueScope;
import org.marsad.classifiers.reading.Naming;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/** Relevance, hostility, stance and intensity from the scores of the migration model. */
final class MigrationJudge {
  static final String RELEVANCE = "relevance";

  /**
   * What remains of the probability where no term hints at a group: such a text stays irrelevant.
   */
  private static final double WITHOUT_HINT = 0.25;

  /** The same where a group is only suggested, which is so in many a text on something else. */
  private static final double ONLY_SUGGESTED = 0.5;

  /** The same where the only names are weak ones that nothing supports. */
  private static final double WEAKLY_NAMED = 0.6;

  /** What remains of the doubt where a term names a group for certain. */
  private static final double DOUBT_WHEN_NAMED = 0.6;

  /** What the codebook gives 3 or more, said of a group. */
  private static final Set<Frame> LOADED =
      EnumSet.of(Frame.EXPEL, Frame.VIOLENCE, Frame.SLUR, Frame.ANIMAL, Frame.VERMIN);

  private static final Set<Frame> VIOLENT = EnumSet.of(Frame.VIOLENCE);
  private static final Set<Frame> DEHUMANISING_OR_EXCLUDING =
      EnumSet.of(Frame.EXPEL, Frame.ANIMAL, Frame.VERMIN);

  private static final double WHERE_CONDEMNED = 0.6;
  private static final double WHERE_LOADED = 0.3;

  /** "They are not criminals" has the words of hostility. */
  private static final double WHERE_DENIED = 0.6;

  /** Where the only names are weak ones that nothing supports, somebody else may be meant. */
  private static final double WITHOUT_NAME = 0.4;

  private static final double WITH_FRAME = 0.25;

  /** To name a group without any word of a frame is rarely hostile, however it sounds. */
  private static final double WITHOUT_FRAME = 0.45;

  private final LinearModel relevance;
  private final LinearModel model;
  private final Manifest manifest;
  private final Map<Stance, Integer> stances = new EnumMap<>(Stance.class);
  private final int[] levels = new int[4];

  MigrationJudge(ModelSet models) {
    relevance = models.migration().only(List.of(RELEVANCE));
    model = models.migration();
    manifest = models.manifest();
    for (Stance stance : Stance.values()) {
      stances.put(stance, model.head(stance.name()));
    }
    for (int level = 1; level <= levels.length; level++) {
      levels[level - 1] = model.head("intensity-" + level);
    }
  }

  /** The scores of every head, for a text with a hint: the others do not pass the gate. */
  double[] scores(SparseVector features) {
    return model.scores(features);
  }

  double relevance(SparseVector features, Naming naming) {
    double probability = manifest.probability(RELEVANCE, relevance.scores(features)[0]);
    return switch (naming) {
      case NONE -> probability * WITHOUT_HINT;
      case SUGGESTED -> probability * ONLY_SUGGESTED;
      case WEAK -> probability * WEAKLY_NAMED;
      case CERTAIN -> 1 - (1 - probability) * DOUBT_WHEN_NAMED;
    };
  }

  boolean relevant(double probability) {
    return probability >= Manifest.value(manifest.thresholds(), RELEVANCE);
  }

  double hostility(double[] scores, double relevanceProbability) {
    return relevanceProbability * probability(scores, Stance.HOSTILE);
  }

  /** What the gate says of a text without a hint: as many of these are hostile as of all. */
  double hostilityWithoutHint(double relevanceProbability) {
    return relevanceProbability * Manifest.value(manifest.baseRates(), Stance.HOSTILE.name());
  }

  double probability(double[] scores, Stance stance) {
    Integer head = stances.get(stance);
    return head == null ? 0 : manifest.probability(stance.name(), scores[head]);
  }

  /**
   * The stance of a relevant text. HOSTILE must outweigh report, counter-speech and support taken
   * together, since to call those hostile is the worse error; where racism is named or condemned,
   * or a hostile claim denied, it must be more likely than not; where a slur or a call to expel
   * stands it need not be the likeliest.
   *
   * @param named whether text or title name a group for certain
   */
  Stance stance(double[] scores, Reading reading, boolean named) {
    double hostile = probability(scores, Stance.HOSTILE);
    double against =
        probability(scores, Stance.COUNTER_SPEECH)
            + probability(scores, Stance.SUPPORTIVE)
            + probability(scores, Stance.REPORT_ON_HOSTILITY);
    Stance other = Stance.UNCLEAR;
    double highest = 0;
    for (Stance stance : Stance.values()) {
      double probability = probability(scores, stance);
      if (stance != Stance.HOSTILE && probability > highest) {
        highest = probability;
        other = stance;
      }
    }
    if (hostile <= against) {
      return other;
    }
    if (!named && hostile < WITHOUT_NAME) {
      return other;
    }
    List<Sentence> sentences = reading.sentences();
    if (sentences.stream().anyMatch(MigrationJudge::condemns)) {
      return hostile >= WHERE_CONDEMNED ? Stance.HOSTILE : other;
    }
    if (sentences.stream().anyMatch(s -> s.has(CueScope.NEGATED, Frame.ADVERSE))) {
      return hostile >= WHERE_DENIED ? Stance.HOSTILE : other;
    }
    if (sentences.stream().anyMatch(MigrationJudge::loaded)) {
      return hostile >= WHERE_LOADED ? Stance.HOSTILE : other;
    }
    double least = sentences.stream().anyMatch(MigrationJudge::framed) ? WITH_FRAME : WITHOUT_FRAME;
    return hostile >= least && hostile >= highest ? Stance.HOSTILE : other;
  }

  private static boolean condemns(Sentence sentence) {
    return sentence.has(Layer.FRAME, Frame.CONDEMN_RACISM.name())
        || sentence.has(Layer.VOICE, "CONDEMN");
  }

  private static boolean framed(Sentence sentence) {
    return sentence.cues().stream().anyMatch(cue -> cue.entry().layer() == Layer.FRAME);
  }

  private static boolean loaded(Sentence sentence) {
    return !sentence.mentions().isEmpty()
        && sentence.has(CueScope.PLAIN, LOADED)
        && !sentence.has(Layer.VOICE, "REPORT");
  }

  /** By the models, and for HOSTILE at least what the codebook gives the words about a group. */
  int intensity(double[] scores, Stance stance, Reading reading) {
    int level = 0;
    while (level < levels.length
        && manifest.probability("intensity-" + (level + 1), scores[levels[level]]) >= 0.5) {
      level++;
    }
    if (stance != Stance.HOSTILE) {
      return Math.min(1, level);
    }
    int spoken = reading.sentences().stream().mapToInt(MigrationJudge::level).max().orElse(0);
    return Math.max(2, Math.max(level, spoken));
  }

  private static int level(Sentence sentence) {
    if (!loaded(sentence)) {
      return 0;
    }
    if (sentence.has(CueScope.PLAIN, VIOLENT)) {
      return 5;
    }
    return sentence.has(CueScope.PLAIN, DEHUMANISING_OR_EXCLUDING) ? 4 : 3;
  }
}
