// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;

/** A question of the codebook that can be asked about a text, and its answers as codes. */
public enum Layer {
  /** Whether the text speaks about migrants. */
  RELEVANT(false, List.of("true", "false")),
  /** A {@link Stance}; of a relevant text. */
  STANCE(false, names(Stance.values())),
  /** 0 to 5; of a relevant text. */
  INTENSITY(false, IntStream.rangeClosed(0, 5).mapToObj(Integer::toString).toList()),
  /** Every {@link Target}, or none. */
  TARGETS(true, names(Target.values())),
  /** Every {@link Frame}, or none. */
  FRAMES(true, names(Frame.values())),
  /** Whether it offends anybody at all. */
  OFFENSIVE(false, List.of("true", "false"));

  /** From this probability on a text is called offensive, here as in the evaluation. */
  private static final double OFFENSIVE_FROM = 0.5;

  /** Whether an answer is a set of codes, which may be empty, rather than one. */
  private final boolean several;

  private final List<String> codes;

  Layer(boolean several, List<String> codes) {
    this.several = several;
    this.codes = codes;
  }

  private static List<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(constant -> String.valueOf(constant.name())).toList();
  }

  /** Whether only a relevant text has one. */
  boolean isOfRelevant() {
    return this == STANCE || this == INTENSITY;
  }

  public List<String> codes() {
    return codes;
  }

  /** Whether these codes are an answer. */
  public boolean accepts(List<String> values) {
    boolean isFitting = several || values.size() == 1;
    return isFitting
        && codes.containsAll(values)
        && values.stream().distinct().count() == values.size();
  }

  /** What the model answers; null where it does not: stance and intensity of what is irrelevant. */
  public @Nullable List<String> said(Assessment judged) {
    return switch (this) {
      case RELEVANT -> List.of(String.valueOf(judged.relevant()));
      case STANCE ->
          judged.stance() == null ? null : List.of(Objects.requireNonNull(judged.stance()).name());
      case INTENSITY -> judged.relevant() ? List.of(Integer.toString(judged.intensity())) : null;
      case TARGETS -> judged.targets().stream().map(Target::name).sorted().toList();
      case FRAMES -> judged.frames().stream().map(Frame::name).sorted().toList();
      case OFFENSIVE -> List.of(String.valueOf(judged.offensive() >= OFFENSIVE_FROM));
    };
  }
}
