// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
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
  void acceptsAnyUnicode() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x700));
      }
      NormalText normal = Normaliser.normalise(text);
      int last = 0;
      for (int i = 0; i < normal.length(); i++) {
        assertThat(normal.originalStart(i)).isBetween(last, text.length() - 1);
        assertThat(normal.originalEnd(i + 1)).isBetween(normal.originalStart(i) + 1, text.length());
        last = normal.originalStart(i);
      }
    }
  }
}
