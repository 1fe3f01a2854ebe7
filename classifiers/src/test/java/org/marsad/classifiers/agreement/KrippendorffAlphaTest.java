// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The examples of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. */
class KrippendorffAlphaTest {
  private static final Offset<Double> AS_PRINTED = within(0.0005);

  /** Section C: four observers, twelve units, a dot where nothing was said. */
  private static final List<List<Integer>> FOUR_OBSERVERS =
      numbers(units("123321412...", "1233224125.3", ".3332342251.", "12332441251."));

  @Test
  void nominalWithGapsIsAsPrinted() {
    Agreement found = KrippendorffAlpha.of(FOUR_OBSERVERS, Scale.nominal());

    assertThat(found.alpha()).isCloseTo(0.743, AS_PRINTED);
    assertThat(found.units()).isEqualTo(11);
    assertThat(found.values()).isEqualTo(40);
  }

  @Test
  void ordinalIsAsPrinted() {
    assertThat(KrippendorffAlpha.of(FOUR_OBSERVERS, Scale.ordinal()).alpha())
        .isCloseTo(0.815, AS_PRINTED);
  }

  @Test
  void intervalIsAsPrinted() {
    assertThat(KrippendorffAlpha.of(FOUR_OBSERVERS, Scale.interval()).alpha())
        .isCloseTo(0.849, AS_PRINTED);
  }

  @Test
  void twoObserversOfYesAndNoAreAsPrinted() {
    assertThat(KrippendorffAlpha.of(units("0100000010", "1110010000"), Scale.nominal()).alpha())
        .isCloseTo(0.095, AS_PRINTED);
  }

  @Test
  void twoObserversOfNamesAreAsPrinted() {
    assertThat(KrippendorffAlpha.of(units("aabbdcccedda", "babbbccceddd"), Scale.nominal()).alpha())
        .isCloseTo(0.692, AS_PRINTED);
  }

  @Test
  void setsDifferLessWhereTheyShareMore() {
    List<Set<String>> values = List.of(Set.of("a"), Set.of("a", "b"), Set.of("b", "c"), Set.of());
    double[][] differences = Scale.<String>sets().differences(values, new double[4]);

    assertThat(differences[0][1]).isCloseTo(1 - 2.0 / 3 / 2, within(1e-9));
    assertThat(differences[1][2]).isCloseTo(1 - 1.0 / 3 / 3, within(1e-9));
    assertThat(differences[0][2]).isEqualTo(1);
    assertThat(differences[0][3]).isEqualTo(1);
    assertThat(differences[3][3]).isZero();
  }

  @Test
  void whoAgreeOnEverythingHaveOne() {
    Agreement found = KrippendorffAlpha.of(units("abab", "abab"), Scale.nominal());

    assertThat(found.alpha()).isEqualTo(1);
    assertThat(found.low()).isEqualTo(1);
    assertThat(found.high()).isEqualTo(1);
  }

  @Test
  void withoutPairsOrWithoutVariationThereIsNone() {
    assertThat(KrippendorffAlpha.of(units("aaaa", "...."), Scale.nominal()))
        .isEqualTo(new Agreement(null, null, null, 0, 0));
    assertThat(KrippendorffAlpha.of(units("aaaa", "aaaa"), Scale.nominal()))
        .isEqualTo(new Agreement(null, null, null, 4, 8));
  }

  @Test
  void theIntervalHoldsAlphaAndNarrowsWithMoreTexts() {
    List<List<Integer>> many = new ArrayList<>();
    Collections.nCopies(20, FOUR_OBSERVERS).forEach(many::addAll);

    Agreement ofFew = KrippendorffAlpha.of(FOUR_OBSERVERS, Scale.nominal());
    Agreement ofMany = KrippendorffAlpha.of(many, Scale.nominal());

    assertThat(ofFew.alpha()).isBetween(ofFew.low(), ofFew.high());
    assertThat(ofMany.alpha()).isBetween(ofMany.low(), ofMany.high());
    assertThat(width(ofMany)).isLessThan(width(ofFew) / 2);
    assertThat(KrippendorffAlpha.of(FOUR_OBSERVERS, Scale.nominal())).isEqualTo(ofFew);
  }

  private static double width(Agreement agreement) {
    return Objects.requireNonNull(agreement.high()) - Objects.requireNonNull(agreement.low());
  }

  /**
   * @param observers what each said of the units, a letter each
   */
  private static List<List<Character>> units(String... observers) {
    List<List<Character>> units = new ArrayList<>();
    for (int unit = 0; unit < observers[0].length(); unit++) {
      List<Character> values = new ArrayList<>();
      for (String observer : observers) {
        if (observer.charAt(unit) != '.') {
          values.add(observer.charAt(unit));
        }
      }
      units.add(values);
    }
    return units;
  }

  private static List<List<Integer>> numbers(List<List<Character>> units) {
    return units.stream()
        .map(unit -> unit.stream().map(Character::getNumericValue).toList())
        .toList();
  }
}
