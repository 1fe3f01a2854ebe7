// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

class DialectWordsTest {
  @Test
  void countsTheWordsOfEachArabic() {
    assertThat(count("دابا غادي نمشي")).isEqualTo(Map.of(Language.DARIJA_ARABIC, 2));
    assertThat(count("توة نمشي برشا، هكا")).isEqualTo(Map.of(Language.OTHER_ARABIC, 2));
    assertThat(count("لقد سافر الرجل الذي أعرفه")).isEqualTo(Map.of(Language.STANDARD_ARABIC, 2));
  }

  @Test
  void foldsSpellings() {
    assertThat(count("گاع")).isEqualTo(Map.of(Language.DARIJA_ARABIC, 1));
    assertThat(count("النهاردة النهارده")).isEqualTo(Map.of(Language.OTHER_ARABIC, 2));
  }

  @Test
  void partsOfWordsDoNotCount() {
    assertThat(count("ديالكتيك وتوابل")).isEmpty();
  }

  private static Map<Language, Integer> count(String text) {
    NormalText folded = Normaliser.normalise(text);
    return DialectWords.bundled().count(folded, 0, folded.length());
  }
}
