// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/** Finds the sentences and words that carry a judgement. */
final class EvidenceFinder {
  private static final double LEAST = 0.3;
  private static final int MOST = 20;

  private final MigrationJudge judge;

  EvidenceFinder(MigrationJudge judge) {
    this.judge = judge;
  }

  /** Evidence in the order of the text; offsets count the original's UTF-16 code units. */
  List<Evidence> find(Reading reading, Stance stance) {
    List<Evidence> found = new ArrayList<>();
    VoiceFinder voices = VoiceFinder.ofText(reading);
    String label = label(stance);
    for (Sentence sentence : reading.sentences()) {
      if (found.size() >= MOST) {
        break;
      }
      if (sentence.mentions().isEmpty() && reading.mentioned()) {
        continue;
      }
      if (label != null) {
        double score = judge.probability(judge.scores(reading.features(sentence)), stance);
        if (score >= LEAST || reading.sentences().size() == 1) {
          found.add(evidence(reading, sentence.start(), sentence.end(), label, score, voices));
        }
      }
      for (Hit cue : sentence.cues()) {
        if (cue.entry().layer() == Layer.FRAME) {
          found.add(evidence(reading, cue.start(), cue.end(), cue.entry().value(), 0.5, voices));
        }
      }
    }
    return List.copyOf(found);
  }

  private static Evidence evidence(
      Reading reading, int start, int end, String label, double score, VoiceFinder voices) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(reading.text().charAt(from))) {
      from++;
    }
    while (to > from + 1 && Character.isWhitespace(reading.text().charAt(to - 1))) {
      to--;
    }
    return new Evidence(
        reading.text().originalStart(from),
        reading.text().originalEnd(to),
        label,
        score,
        voices.of(from, to));
  }

  private static @Nullable String label(Stance stance) {
    return switch (stance) {
      case HOSTILE -> "HOSTILE";
      case SUPPORTIVE -> "SUPPORTIVE";
      case REPORT_ON_HOSTILITY -> "REPORT";
      case COUNTER_SPEECH -> "COUNTER";
      case CRITICAL_POLICY, NEUTRAL, UNCLEAR -> null;
    };
  }
}
