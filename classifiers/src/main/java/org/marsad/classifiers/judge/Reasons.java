// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Voice;

/**
 * Says in an English sentence why a text was judged as it was. It never repeats a word of the text,
 * so that it can be shown where the text is masked.
 */
final class Reasons {
  static final String NOT_CLASSIFIED = "not classified: language not supported";

  private static final String HOSTILE_SENTENCE = "HOSTILE";

  private Reasons() {}

  static String of(Stance stance, int intensity, Meanings meanings, List<Evidence> evidence) {
    List<String> parts = new ArrayList<>();
    parts.add(frames(stance, meanings.frames()));
    Set<Voice> voices = voices(evidence);
    if (!voices.isEmpty()) {
      parts.add(listed(voices.stream().map(Reasons::words).toList()));
    }
    if (!meanings.targets().isEmpty()) {
      parts.add(
          (meanings.targets().size() == 1 ? "target " : "targets ")
              + listed(meanings.targets().stream().map(Target::name).toList()));
    }
    String level = intensity == 0 ? "" : ", intensity " + intensity;
    return words(stance) + level + ": " + String.join(", ", parts);
  }

  private static String frames(Stance stance, List<Frame> frames) {
    if (frames.isEmpty()) {
      return "by its wording as a whole, without a word of a known frame";
    }
    List<Frame> told = told(stance, frames);
    String named = listed(told.stream().map(Reasons::words).toList());
    return stance == Stance.HOSTILE && Frame.THREATS.contains(told.get(0))
        ? "generalised " + named
        : named;
  }

  /** What speaks for a group is no reason to call a text hostile, where something else is. */
  static List<Frame> told(Stance stance, List<Frame> frames) {
    return stance == Stance.HOSTILE && frames.stream().anyMatch(Frame.ADVERSE::contains)
        ? frames.stream().filter(Frame.ADVERSE::contains).toList()
        : frames;
  }

  /** Whose words those are that speak against a group. */
  static Set<Voice> voices(List<Evidence> evidence) {
    Set<Voice> voices = EnumSet.noneOf(Voice.class);
    for (Evidence span : evidence) {
      Voice voice = span.voice();
      boolean adverse =
          span.label().equals(HOSTILE_SENTENCE)
              || Frame.ADVERSE.stream().anyMatch(frame -> frame.name().equals(span.label()));
      if (adverse && voice != null) {
        voices.add(voice);
      }
    }
    return voices;
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String words(Stance stance) {
    return switch (stance) {
      case HOSTILE -> "hostile";
      case CRITICAL_POLICY -> "criticism of policy";
      case NEUTRAL -> "neutral";
      case REPORT_ON_HOSTILITY -> "report on hostility";
      case SUPPORTIVE -> "supportive";
      case COUNTER_SPEECH -> "counter-speech";
      case UNCLEAR -> "unclear";
    };
  }

  private static String words(Voice voice) {
    return switch (voice) {
      case AUTHOR -> "author's voice";
      case QUOTED_NEUTRAL -> "quoted";
      case QUOTED_ENDORSED -> "quoted and endorsed";
      case QUOTED_CONDEMNED -> "quoted and condemned";
      case REPORTED_EVENT -> "reported as an event";
      case HEADLINE_UNATTRIBUTED -> "headline without a speaker";
    };
  }

  private static String words(Frame frame) {
    return switch (frame) {
      case CRIME -> "crime frame";
      case ECONOMY -> "frame of jobs and cost";
      case HEALTH -> "disease frame";
      case DEMOGRAPHIC -> "replacement frame";
      case CULTURE -> "frame of threatened culture";
      case SEXUAL -> "frame of sexual threat";
      case PLOT -> "plot frame";
      case BORDER -> "border frame";
      case WATER -> "water metaphor";
      case ANIMAL -> "animal metaphor";
      case VERMIN -> "vermin metaphor";
      case MILITARY -> "war metaphor";
      case BURDEN -> "burden metaphor";
      case SLUR -> "slur";
      case EXPEL -> "call to expel";
      case VIOLENCE -> "words of violence";
      case MOCKERY -> "mockery";
      case HUMANITARIAN -> "humanitarian frame";
      case VICTIM -> "frame of victims";
      case RIGHTS -> "frame of rights";
      case CONTRIBUTION -> "frame of contribution";
      case SOLIDARITY -> "solidarity";
      case CONDEMN_RACISM -> "condemnation of racism";
    };
  }
}
