// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Stance;

class DemoArchiveTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 31);
  private static final DemoArchive ARCHIVE = DemoArchive.generate(LAST_DAY);
  private static final List<Label> LABELS = ARCHIVE.labels();

  /**
   * E-mail addresses, handles, links, and seven digits or more that could be a telephone number.
   */
  private static final Pattern PERSONAL = Pattern.compile("@|https?:|www\\.|\\d(?:[ .-]?\\d){6,}");

  @Test
  void theSameDayGivesTheSameArchive() {
    DemoArchive again = DemoArchive.generate(LAST_DAY);

    assertThat(again.outlets()).isEqualTo(ARCHIVE.outlets());
    for (Outlet outlet : ARCHIVE.outlets()) {
      assertThat(again.articles(outlet)).isEqualTo(ARCHIVE.articles(outlet));
    }
  }

  @Test
  void anotherDayGivesTheSamePaths() {
    List<String> later =
        DemoArchive.generate(LAST_DAY.plusDays(45)).labels().stream()
            .map(label -> label.outletId() + label.path())
            .toList();

    assertThat(LABELS).extracting(label -> label.outletId() + label.path()).isEqualTo(later);
  }

  @Test
  void thereIsAsMuchAsPromised() {
    assertThat(ARCHIVE.outlets()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(articles()).hasSizeGreaterThanOrEqualTo(1_400);
    assertThat(comments()).hasSizeGreaterThanOrEqualTo(3_300);
    assertThat(ARCHIVE.outlets())
        .extracting(Outlet::language)
        .contains("ar", "ary", "fr", "es", "en");
    assertThat(comments())
        .extracting(Comment::language)
        .contains("ary-Arab", "ary-Latn", "arb", "fr", "es", "en");
    assertThat(LABELS).extracting(Label::day).allMatch(day -> day >= 1 && day <= DemoArchive.DAYS);
  }

  @Test
  void noTwoArticlesAreAlikeAndNoneIsShort() {
    List<Article> articles = articles();

    assertThat(articles).extracting(Article::title).doesNotHaveDuplicates();
    assertThat(articles).extracting(DemoArchiveTest::text).doesNotHaveDuplicates();
    assertThat(articles)
        .extracting(article -> text(article).split("\\s+").length + " " + article.title())
        .allMatch(line -> Integer.parseInt(line.split(" ")[0]) >= 120);
  }

  @Test
  void commentsAreVaried() {
    List<String> texts = comments().stream().map(Comment::text).toList();

    assertThat(new HashSet<>(texts)).hasSizeGreaterThan(texts.size() * 6 / 10);
  }

  @Test
  void everyMonthIsAsVariedAsTheNext() {
    for (int month = 0; month < DemoArchive.DAYS / 30; month++) {
      int before = 30 * month;
      List<Label> labels =
          LABELS.stream().filter(l -> l.day() > before && l.day() <= before + 30).toList();

      assertThat(labels).extracting(Label::topic).contains(Topic.values());
      assertThat(labels).extracting(Label::outletId).contains(outletIds());
      assertThat(labels)
          .extracting(Label::language)
          .contains("ary-Arab", "ary-Latn", "arb", "fr", "es", "en");
      assertThat(labels)
          .extracting(Label::stance)
          .contains(Stance.NEUTRAL, Stance.SUPPORTIVE, Stance.HOSTILE);
    }
  }

  @Test
  void noOutletIsSilentForLong() {
    for (Outlet outlet : ARCHIVE.outlets()) {
      List<Integer> days = ARCHIVE.articles(outlet).stream().map(Article::day).sorted().toList();
      for (int i = 1; i < days.size(); i++) {
        assertThat(days.get(i) - days.get(i - 1)).as(outlet.id()).isLessThanOrEqualTo(5);
      }
    }
  }

  @Test
  void mostNewsIsNotAboutMigrants() {
    long relevant = count(label -> !label.comment() && label.relevant());

    assertThat((double) relevant / articles().size()).isBetween(0.08, 0.12);
    assertThat(LABELS)
        .filteredOn(label -> !label.comment())
        .extracting(Label::stance)
        .contains(
            Stance.NEUTRAL,
            Stance.SUPPORTIVE,
            Stance.REPORT_ON_HOSTILITY,
            Stance.CRITICAL_POLICY,
            Stance.COUNTER_SPEECH,
            Stance.HOSTILE);
  }

  @Test
  void hostilityRisesInOneWeekAndIsAnswered() {
    double tense =
        count(label -> isHostile(label) && DemoArchive.mood(label.day()) == Mood.TENSE) / 7.0;
    double calm =
        count(label -> isHostile(label) && DemoArchive.mood(label.day()) != Mood.TENSE)
            / (DemoArchive.DAYS - 7.0);

    assertThat(tense).isGreaterThan(3 * calm);
    assertThat(calm).isPositive();
    assertThat(
            count(
                label ->
                    label.stance() == Stance.COUNTER_SPEECH
                        && label.day() >= DemoArchive.FIRST_TENSE_DAY
                        && label.day() <= DemoArchive.LAST_TENSE_DAY + 9))
        .isGreaterThan(20);
  }

  @Test
  void hostilityIsMostlyOfTheMildestDegree() {
    long mild = count(label -> isHostile(label) && label.intensity() == 2);

    assertThat(mild).isGreaterThan(count(DemoArchiveTest::isHostile) * 6 / 10);
    assertThat(LABELS)
        .filteredOn(DemoArchiveTest::isHostile)
        .extracting(Label::intensity)
        .allMatch(intensity -> intensity >= 2 && intensity <= 4);
  }

  @Test
  void nothingLooksLikeAPersonsAddressOrAnUnfilledSlot() {
    Stream<String> articles = articles().stream().map(a -> a.title() + "\n" + text(a));
    Stream<String> comments = comments().stream().map(c -> c.author() + "\n" + c.text());

    assertThat(Stream.concat(articles, comments))
        .allSatisfy(text -> assertThat(text).doesNotContainPattern(PERSONAL))
        .noneMatch(text -> text.contains("{") || text.contains("}") || text.contains("|"));
  }

  private static String[] outletIds() {
    return ARCHIVE.outlets().stream().map(Outlet::id).toArray(String[]::new);
  }

  private static boolean isHostile(Label label) {
    return label.stance() == Stance.HOSTILE;
  }

  private static long count(Predicate<Label> which) {
    return LABELS.stream().filter(which).count();
  }

  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    ARCHIVE.outlets().forEach(outlet -> articles.addAll(ARCHIVE.articles(outlet)));
    return articles;
  }

  private static List<Comment> comments() {
    return articles().stream().flatMap(article -> article.comments().stream()).toList();
  }

  private static String text(Article article) {
    return String.join("\n", article.paragraphs());
  }
}
