// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;

class LabelsTest {
  private static <T extends Enum<T>> void allNamed(T[] values, Function<T, String> label) {
    Arrays.stream(values)
        .forEach(value -> assertThat(label.apply(value)).isNotEqualTo(value.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "fr", "en"})
  void everyConstantHasALabel(String language) {
    Labels labels = Labels.of(language);
    allNamed(Stance.values(), value -> labels.stance(value.name()));
    allNamed(Target.values(), value -> labels.target(value.name()));
    allNamed(Frame.values(), value -> labels.frame(value.name()));
    allNamed(Dimension.values(), labels::dimension);
    allNamed(Cadence.values(), labels::cadence);
    allNamed(ChannelKind.values(), labels::channel);
    for (String code :
        List.of("ary-Arab", "ary-Latn", "arb", "fr", "es", "en", "zgh", "other-ar", "und")) {
      assertThat(labels.language(code)).isNotEqualTo(code);
    }
    for (int level = 0; level <= 5; level++) {
      assertThat(labels.severity(level)).matches("(?s)" + level + " .*5.*: .{4,}");
    }
  }

  @Test
  void theLanguagesHaveTheSameKeysAndNoneIsEmpty() {
    Catalogue english = Catalogue.of("en");
    for (String language : Catalogue.LANGUAGES) {
      Catalogue words = Catalogue.of(language);
      assertThat(words.keys()).as(language).isEqualTo(english.keys());
      words.keys().forEach(key -> assertThat(words.text(key)).as(key).isNotEmpty());
    }
  }

  @Test
  void whatHasNoLabelStandsForItself() {
    assertThat(Labels.of("fr").frame("LATER_FRAME")).isEqualTo("LATER_FRAME");
  }
}
