// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
  @ParameterizedTest
  @CsvSource({
    "أفارقة, افارقه",
    "ٱلمهاجرون, المهاجرون",
    "لاجئ, لاجي",
    "مـــهاجر, مهاجر",
    "مُهَاجِر, مهاجر",
    "مهااااجر, مهاجر",
    "Émigrés, emigres",
    "ﻣﻬﺎﺟﺮ, مهاجر",
    "ｍｉｇｒａｎｔ, migrant",
    "𝐦igrant, migrant",
    "mi\u200Bgrant, migrant",
    "m.i.g.r.a.n.t, migrant",
    "m i g r a n t, migrant",
    "م.ه.ا.ج.ر, مهاجر",
    "migr*ant, migrant",
    "migr@nt, migrant",
    "mіgrаnt, migrant",
    "٣ مهاجرين, 3 مهاجرين",
    "#خط_أحمر, #خط احمر"
  })
  void foldsSpellingVariantsAndObfuscation(String original, String folded) {
    assertThat(Normaliser.normalise(original)).hasToString(folded);
  }

  @ParameterizedTest
  @CsvSource({"il y a, il y a", "3la 7sab, 3la 7sab", "a+b, a+b", "hello.World, hello.world"})
  void leavesOrdinaryTextAlone(String original, String folded) {
    assertThat(Normaliser.normalise(original)).hasToString(folded);
  }

  @Test
  void offsetsPointIntoTheOriginal() {
    String original = "قال: الـمُهـاجـر هنا";
    NormalText text = Normaliser.normalise(original);
    int start = text.toString().indexOf("المهاجر");
    assertThat(start).isPositive();
    assertThat(original.substring(text.originalStart(start), text.originalEnd(start + 7)))
        .isEqualTo("الـمُهـاجـر");
  }

  @Test
  void seesThroughWhatIsNotSeen() {
    assertThat(Normaliser.normalise("mi\u0000gr\u0001an\u3164ts\u007F")).hasToString("migrants");
  }

  @Test
  void readsControlsOfLatin1AsTheBytesOfWindowsThatTheyWere() {
    assertThat(Normaliser.normalise("l\u0092immigré \u0093ici\u0094 \u0096 là\u0081"))
        .hasToString("l'immigre \"ici\" - la");
  }

  @Test
  void whatIsWrittenOnABaseBelongsToItsSpan() {
    String original = "مهاجرينَ_ e\u0301\u20E3\u202C";
    NormalText text = Normaliser.normalise(original);
    assertThat(text).hasToString("مهاجرين e");
    assertThat(text.originalEnd(7)).isEqualTo(8);
    assertThat(text.originalStart(8)).isEqualTo(10);
    assertThat(text.originalEnd(9)).isEqualTo(13);
  }
}
