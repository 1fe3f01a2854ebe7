// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.model.Words;

class SynonymsTest {
  private final Synonyms synonyms = Synonyms.shipped();

  @ParameterizedTest
  @CsvSource({
    "مهاجرين, mouhajirin",
    "المهاجرين, migrants",
    "للمهاجرين, migrants",
    "MIGRANTS, مهاجرين",
    "mohajirin, migrantes",
    "Afrique subsaharienne, جنوب الصحراء",
    "réfugiés, لاجئين",
    "refugies, refugees",
    "3azzi, عزي",
    "Tétouan, تطوان",
    "طنجة, tanger",
    "العنصرية, racisme",
    "sans-papiers, sin papeles"
  })
  void knowsWhatMeansTheSame(String term, String other) {
    assertThat(synonyms.of(term)).contains(other).doesNotContain(term);
  }

  @Test
  void leavesOtherWordsAlone() {
    assertThat(synonyms.of("festival")).isEmpty();
    assertThat(synonyms.of("")).isEmpty();
    assertThat(synonyms.of("!")).isEmpty();
  }

  @Test
  void hasNoGroupOfOneAndNoTermTwiceInAGroup() {
    assertThat(synonyms.groups()).hasSizeGreaterThan(200);
    for (SynonymGroup group : synonyms.groups()) {
      Set<String> folded = new HashSet<>();
      for (String term : group.terms()) {
        assertThat(Words.in(term)).as(term).isNotEmpty();
        folded.add(Words.in(term).stream().map(Words.Word::folded).toList().toString());
      }
      assertThat(folded).as(group.terms().toString()).hasSizeGreaterThan(1);
      assertThat(group.terms()).doesNotHaveDuplicates();
    }
  }

  @Test
  void joinsParticlesToArabicWordsOnly() {
    assertThat(ArabicForms.of("المهاجرين"))
        .contains("مهاجرين", "لمهاجرين", "وللمهاجرين", "فالمهاجرين", "دالمهاجرين", "وبالمهاجرين");
    assertThat(ArabicForms.of("ريق")).doesNotContain("فريق").contains("الريق");
    assertThat(List.of("migrants", "3azzi", "مهاجرين 3", ""))
        .allMatch(one -> ArabicForms.of(one).isEmpty());
  }
}
