// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.search.ReadQuery.Repair;

class TextQueryReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "migrants;                     migrants",
        "migrants tanger;              (migrants & tanger)",
        "migrants -ceuta;              (migrants & !ceuta)",
        "a | b c;                      ((a / b) & c)",
        "a b | c;                      (a & (b / c))",
        "(a b) | c;                    ((a & b) / c)",
        "\"les migrants\";             'les migrants'",
        "“les migrants”;               'les migrants'",
        "« les migrants »;             'les migrants'",
        "\"les migrants\"~5;           'les migrants'~5",
        "\"les migrants\"~999999999;   'les migrants'~50",
        "\"migrants\";                 =migrants",
        "-\"les migrants\";            !'les migrants'",
        "inmig*;                       inmig..",
        "title:migrants;               title:migrants",
        "-title:(a | b);               !title:(a / b)",
        "TEXT:\"a b\";                 text:'a b'",
        "field:x;                      field:x",
        "l’immigration;                l’immigration",
        "\\-a;                         -a",
        "a\\*;                         a*",
        "+a b;                         (a & b)",
      })
  void reads(String text, String query) {
    ReadQuery read = TextQueryReader.read(text);
    assertThat(shown(read.query())).isEqualTo(query);
    assertThat(read.repairs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"les migrants;   UNCLOSED_QUOTE;         'les migrants'",
        "(a b;             UNBALANCED_PARENTHESIS; (a & b)",
        "a) b;             UNBALANCED_PARENTHESIS; (a & b)",
        "a |;              STRAY_OPERATOR;         a",
        "| a;              STRAY_OPERATOR;         a",
        "a - b;            STRAY_OPERATOR;         (a & b)",
        "a * b;            STRAY_OPERATOR;         (a & b)",
        "*\"a b\";         STRAY_OPERATOR;         'a b'",
        "\"\" a;           STRAY_OPERATOR;         a",
        "a” b;             STRAY_OPERATOR;         (a & b)",
        "title: a;         STRAY_OPERATOR;         a",
        "-;                STRAY_OPERATOR;         everything",
        "();               ;                       everything",
        "`  `;             ;                       everything",
      })
  void understandsWhatIsFaulty(String text, @Nullable Repair repair, String query) {
    ReadQuery read = TextQueryReader.read(text);
    assertThat(shown(read.query())).isEqualTo(query);
    if (repair == null) {
      assertThat(read.repairs()).isEmpty();
    } else {
      assertThat(read.repairs()).containsExactly(repair);
    }
  }

  @Test
  void readsWhateverIsTyped() {
    Random random = new Random(6);
    String letters = "ab \"()|-+*\\~5:“”«»‏title:مه";
    for (int n = 0; n < 20_000; n++) {
      String text =
          random
              .ints(random.nextInt(30), 0, letters.length())
              .mapToObj(at -> letters.substring(at, at + 1))
              .collect(Collectors.joining());
      assertThat(TextQueryReader.read(text)).as(text).isNotNull();
    }
    assertThat(TextQueryReader.read("(".repeat(500)).query()).isNull();
  }

  @Test
  void readsAnyUnicodeAndLeavesNothingThatIsNoWord() {
    Random random = new Random(7);
    for (int n = 0; n < 5_000; n++) {
      String text =
          random
              .ints(random.nextInt(80), 0, Character.MAX_CODE_POINT + 1)
              // Signs among whatever else there is, halves of letters included.
              .map(letter -> letter % 3 == 0 ? "\"()|-*\\~: ".charAt(letter % 10) : letter)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      words(TextQueryReader.read(text).query())
          .forEach(
              word ->
                  assertThat(word.codePoints().anyMatch(Character::isLetterOrDigit))
                      .as(text)
                      .isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", ")", "a|", "-", "a*", "~", "\"a\"~", "title:", "\\"})
  void takesNoLongerThanTheTextIsLong(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(TextQueryReader.read(part.repeat(200_000 / part.length()))).isNotNull());
  }

  private static Stream<String> words(@Nullable TextQuery query) {
    if (query == null) {
      return Stream.of();
    } else if (query instanceof TextQuery.Word word) {
      return Stream.of(word.text());
    } else if (query instanceof TextQuery.Phrase phrase) {
      assertThat(phrase.words()).hasSizeGreaterThan(1);
      assertThat(phrase.apart()).isBetween(0, TextQueryReader.MOST_APART);
      return phrase.words().stream();
    } else if (query instanceof TextQuery.Beginning beginning) {
      return Stream.of(beginning.text());
    } else if (query instanceof TextQuery.All all) {
      assertThat(all.parts()).hasSizeGreaterThan(1);
      return all.parts().stream().flatMap(TextQueryReaderTest::words);
    } else if (query instanceof TextQuery.Any any) {
      assertThat(any.parts()).hasSizeGreaterThan(1);
      return any.parts().stream().flatMap(TextQueryReaderTest::words);
    } else if (query instanceof TextQuery.Without without) {
      return words(without.part());
    }
    return words(((TextQuery.In) query).query());
  }

  private static String shown(@Nullable TextQuery query) {
    if (query == null) {
      return "everything";
    } else if (query instanceof TextQuery.Word word) {
      return (word.isQuoted() ? "=" : "") + word.text();
    } else if (query instanceof TextQuery.Phrase phrase) {
      return "'"
          + String.join(" ", phrase.words())
          + "'"
          + (phrase.apart() > 0 ? "~" + phrase.apart() : "");
    } else if (query instanceof TextQuery.Beginning beginning) {
      return beginning.text() + "..";
    } else if (query instanceof TextQuery.All all) {
      return joined(all.parts(), " & ");
    } else if (query instanceof TextQuery.Any any) {
      return joined(any.parts(), " / ");
    } else if (query instanceof TextQuery.Without without) {
      return "!" + shown(without.part());
    }
    TextQuery.In in = (TextQuery.In) query;
    return in.part().name().toLowerCase(java.util.Locale.ROOT) + ":" + shown(in.query());
  }

  private static String joined(List<TextQuery> parts, String between) {
    return parts.stream()
        .map(TextQueryReaderTest::shown)
        .collect(Collectors.joining(between, "(", ")"));
  }
}
