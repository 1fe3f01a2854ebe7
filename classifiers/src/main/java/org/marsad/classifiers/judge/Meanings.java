// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Mention;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Theme;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/**
 * What the terms of a relevant text say: who, in which frames, about what, where. Where nothing
 * names a group for certain, the weak terms name it: relevance says that a group is meant.
 */
record Meanings(
    List<Target> targets,
    List<Frame> frames,
    List<Theme> themes,
    List<String> places,
    List<Mention> mentions) {

  /**
   * @param named whether text or title name a group for certain
   */
  static Meanings of(Reading reading, @Nullable Reading title, boolean named) {
    Set<Target> targets = EnumSet.noneOf(Target.class);
    Set<Frame> frames = EnumSet.noneOf(Frame.class);
    Set<Theme> themes = EnumSet.noneOf(Theme.class);
    Set<String> places = new TreeSet<>();
    List<Mention> mentions = new ArrayList<>();
    Stream<Reading> readings = title == null ? Stream.of(reading) : Stream.of(title, reading);
    readings
        .flatMap(read -> read.sentences().stream())
        .forEach(
            sentence -> {
              groups(sentence, named)
                  .forEach(hit -> targets.add(Target.valueOf(hit.entry().value())));
              boolean ofGroup = named ? !sentence.mentions().isEmpty() : sentence.isOfGroup();
              read(sentence, ofGroup, frames, themes, places);
            });
    for (Sentence sentence : reading.sentences()) {
      for (Hit hit : groups(sentence, named)) {
        mentions.add(
            new Mention(
                reading.text().originalStart(hit.start()),
                reading.text().originalEnd(hit.end()),
                Target.valueOf(hit.entry().value())));
      }
    }
    return new Meanings(
        List.copyOf(targets),
        List.copyOf(frames),
        List.copyOf(themes),
        List.copyOf(places),
        List.copyOf(mentions));
  }

  private static List<Hit> groups(Sentence sentence, boolean named) {
    return named ? sentence.mentions() : sentence.weakMentions();
  }

  private static void read(
      Sentence sentence,
      boolean ofGroup,
      Set<Frame> frames,
      Set<Theme> themes,
      Set<String> places) {
    int namedTo = 0;
    for (Hit cue : sentence.cues()) {
      String value = cue.entry().value();
      if (cue.entry().layer() == Layer.FRAME && ofGroup) {
        frames.add(Frame.valueOf(value));
      } else if (cue.entry().layer() == Layer.THEME) {
        themes.add(Theme.valueOf(value));
      } else if (cue.entry().layer() == Layer.PLACE && cue.end() > namedTo) {
        // "Bab Sebta" does not name Ceuta too: what lies inside a longer name is no place.
        places.add(value);
        namedTo = cue.end();
      }
    }
  }
}
