// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.article;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Filters;
import org.marsad.model.QueryCost;

/** Whatever {@link QueryCost} lets pass, the index answers; the same texts with every run. */
class TypedRubbishTest {
  private static final int TEXTS = 300;
  private static final int LONGEST = 500;

  /** Scripts whose letters are words of their own, marks, halves of letters, controls, signs. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "م",
          "字",
          "あ",
          "ก",
          "가",
          "ⵣ",
          "😀",
          "\u0301",
          "\u064B",
          "\u200D",
          "\u202E",
          "\u0000",
          "\uFFFF",
          "\uD83D",
          "\uDE00",
          "\uFEFF",
          "1",
          "٣",
          "migrants ",
          "طنجة ",
          "harraga ",
          " ",
          " ",
          "\"",
          "“",
          "»",
          "(",
          ")",
          "|",
          "-",
          "+",
          "*",
          "\\",
          "~",
          "~50",
          "~99999999999",
          ":",
          "title:",
          "text:(",
          "\"de la\"~9 ",
          " AND ",
          "\n",
          "/",
          "[",
          "{",
          "<",
          "^9",
          "?");

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    new BulkWriter(INDEX.connection())
        .write(
            List.of(
                IndexEntry.of(article("fr", "Les migrants de la ville arrivaient à Tanger")),
                IndexEntry.of(article("ar", "وصل المهاجرون إلى طنجة"))));
    INDEX.refresh();
  }

  @Test
  void answersWhatIsPutTogetherByChance() {
    Random random = new Random(6);
    for (int n = 0; n < TEXTS; n++) {
      String text =
          random
              .ints(1 + random.nextInt(60), 0, PIECES.size())
              .mapToObj(PIECES::get)
              .collect(Collectors.joining());
      boolean synonyms = random.nextBoolean();
      if (QueryCost.fault(text, synonyms).isEmpty()) {
        answers(text, synonyms);
      }
    }
  }

  /** One word to whoever counts words, and hundreds to the index. */
  @ParameterizedTest
  @ValueSource(strings = {"字", "あ", "ก", "가나 ", "😀", "\u0301", "\u200D", "'b", "."})
  void answersTheLongestOfEachKind(String piece) {
    String many = "a" + piece.repeat(LONGEST / piece.length()).substring(0, LONGEST - 10);
    for (String text :
        List.of(many, "\"" + many + " b\"~50", "\"" + many + " b\"", many + "*", "-" + many)) {
      for (boolean synonyms : new boolean[] {false, true}) {
        if (QueryCost.fault(text, synonyms).isEmpty()) {
          answers(text, synonyms);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((((((((a | b) | c) | d) | e) | f) | g) | h) | i)",
        "-(-(-(-(-(-(-(-(a))))))))",
        "title:(text:(title:(text:(title:(text:(title:(text:(a))))))))",
        "a*|m*|ا*|ل*|d*"
      })
  void answersTheDeepestAndWidest(String text) {
    assertThat(QueryCost.fault(text, false)).isEmpty();
    answers(text, false);
    answers(text, true);
  }

  private void answers(String text, boolean synonyms) {
    Filters filters = Filters.NONE.toBuilder().text(text).synonyms(synonyms).build();
    assertThat(queries.search(new SearchRequest(filters, Sort.BEST, 10, null)).total())
        .as(text)
        .isBetween(0L, 2L);
  }
}
