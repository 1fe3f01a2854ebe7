// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.marsad.alerts.explain.Texts.article;
import static org.marsad.alerts.explain.Texts.hostile;
import static org.marsad.alerts.explain.Texts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Voice;
import org.marsad.model.Document;
import org.marsad.model.Filters;
import org.marsad.model.Json;

class RiseExplainerTest {
  private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(1));
  private static final Instant NOON = FROM.plus(Duration.ofHours(12));

  private final List<Document> documents = new ArrayList<>();

  @Test
  void namesTheOutletAndTheFrameThatCarryTheRise() {
    fourOutletsEachDay(29);
    for (int n = 0; n < 20; n++) {
      add("b" + n, "outlet-b", NOON, text(5_000 + n), List.of(Frame.CRIME));
    }
    Explanation found = explain(Filters.NONE);
    assertThat(found.contributions())
        .extracting(Contribution::dimension, Contribution::value, Contribution::observed)
        .containsExactly(
            tuple(Dimension.SOURCE, "outlet-b", 21L), tuple(Dimension.FRAME, "CRIME", 22L));
    // Four a day were usual, so 20 of the 24 are the excess; outlet-b wrote all of it.
    assertThat(found.contributions().get(0).expected()).isCloseTo(1, within(1e-9));
    assertThat(found.contributions().get(0).share()).isCloseTo(1, within(1e-9));
  }

  @Test
  void leavesOutWhatTheRuleAsksForAndWhatEveryDocumentHas() {
    add("1", "outlet-a", NOON, "eau potable " + text(1), List.of(Frame.WATER));
    add("2", "outlet-b", NOON, "eau potable " + text(2), List.of(Frame.WATER, Frame.CRIME));
    add("3", "outlet-c", NOON, "eau potable " + text(3), List.of(Frame.WATER));
    Filters filters =
        Filters.NONE.toBuilder()
            .text("potable")
            .targets(List.of("MIGRANT_GENERIC"))
            .frames(List.of("WATER"))
            .build();
    assertThat(explain(filters).contributions())
        .extracting(Contribution::value)
        .contains("CRIME", "outlet-a", "outlet-b", "eau")
        .doesNotContain("WATER", "MIGRANT_GENERIC", "potable");
  }

  @Test
  void dividesNothingWhereOnlyTheShareRose() {
    fourOutletsEachDay(29);
    assertThat(explain(Filters.NONE).contributions()).isEmpty();
  }

  @Test
  void tellsOneStoryFromManyAndShowsItFirst() {
    for (int n = 0; n < 10; n++) {
      add("copy" + n, "outlet-" + n, NOON, text(1) + " signé par le journal " + n, List.of());
    }
    for (int n = 0; n < 9; n++) {
      document("other" + n, "outlet-a", null, text(100 + n), 4);
    }
    Explanation viral = explain(Filters.NONE);
    assertThat(viral.spread()).isEqualTo(new Spread(19, 10, 10, 11, true));
    assertThat(viral.samples()).hasSize(8);
    assertThat(viral.samples().get(0).copies()).isEqualTo(10);

    documents.removeIf(one -> one.id().startsWith("copy"));
    assertThat(explain(Filters.NONE).spread()).isEqualTo(new Spread(9, 9, 1, 1, false));
  }

  @Test
  void commentsUnderAnArticleAreOneStoryWithItAndItsCopies() {
    document("article", "outlet-a", null, text(1), 1);
    document("copy", "outlet-b", null, text(1).toUpperCase(Locale.ROOT), 1);
    for (int n = 0; n < 4; n++) {
      document("comment" + n, "outlet-a", "article", text(10 + n), 2);
    }
    document("late", "outlet-b", "copy", text(20), 2);
    document("elsewhere", "outlet-c", "unseen", text(21), 2);
    Explanation found = explain(Filters.NONE);
    assertThat(found.spread()).isEqualTo(new Spread(8, 2, 7, 3, true));
    // Two stories, yet five different texts to read.
    assertThat(found.samples()).extracting(Sample::excerpt).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aPastedCommentDoesNotMakeOneStoryOfAllArticles() {
    for (int n = 0; n < 5; n++) {
      document("article" + n, "outlet-a", null, text(n), 1);
      document("pasted" + n, "outlet-a", "article" + n, "les mêmes mots partout", 3);
    }
    assertThat(explain(Filters.NONE).spread()).isEqualTo(new Spread(10, 6, 5, 1, true));
  }

  /** Three people's fifty comments are the bulk: neither "broad" nor how many is said. */
  @Test
  void tellsNothingOfAStoryThatFewPeopleMade() {
    for (int n = 0; n < 50; n++) {
      comment("few" + n, "article-x", "person-" + n % 3);
    }
    assertThat(explain(Filters.NONE).spread()).as("all of it").isNull();
    for (int n = 0; n < 6; n++) {
      comment("other" + n, "article-" + n, "someone-" + n);
    }
    assertThat(explain(Filters.NONE).spread()).as("most of it").isNull();

    for (int n = 0; n < 60; n++) {
      comment("more" + n, "thread-" + n, "someone-" + n);
    }
    assertThat(explain(Filters.NONE).spread())
        .as("a part of it")
        .isEqualTo(new Spread(116, 67, 1, 1, false));
  }

  @Test
  void tellsOfArticlesWhereFewPeopleWroteTheRest() {
    for (int n = 0; n < 4; n++) {
      document("article" + n, "outlet-" + n, null, text(1), 1);
      comment("comment" + n, "article0", "person-1");
    }
    assertThat(explain(Filters.NONE).spread()).isEqualTo(new Spread(4, 1, 4, 4, true));
  }

  @Test
  void namesWhoFellSilentAndNotWhoIsQuiet() {
    for (int day = 1; day <= 28; day++) {
      for (int n = 0; n < 6; n++) {
        add(
            "busy" + day + "-" + n,
            "outlet-busy",
            NOON.minus(Duration.ofDays(day)),
            text(n),
            List.of());
      }
      add("quiet" + day, "outlet-quiet", NOON.minus(Duration.ofDays(day)), text(9), List.of());
    }
    assertThat(explain(Filters.NONE).silentSources()).containsExactly("outlet-busy");
  }

  @Test
  void saysThatAnotherModelWasAtWork() {
    add("before", "outlet-a", NOON.minus(Duration.ofDays(3)), text(1), List.of());
    add("same", "outlet-a", NOON, text(2), List.of());
    assertThat(explain(Filters.NONE).modelChanged()).isFalse();
    documents.add(article("new", "outlet-a", NOON, text(3), hostile(1, List.of(), "model-2")));
    Explanation changed = explain(Filters.NONE);
    assertThat(changed.modelChanged()).isTrue();
    assertThat(changed.models()).containsExactly("model-1", "model-2");
  }

  @Test
  void neverShowsWhatIsMasked() throws JsonProcessingException {
    // One word is on the masking's list, the other is hidden for the judgement alone.
    for (int n = 0; n < 6; n++) {
      String text = "Des cafards et des gr\u00F3bules \u202E" + text(n);
      int start = text.indexOf("gr\u00F3bules");
      documents.add(
          Texts.document(
              "slur" + n,
              "outlet-a",
              null,
              "Cafards, Gr\u00F3bules !\u202E",
              NOON,
              text,
              hostile(
                  3,
                  List.of(Frame.SLUR),
                  new Evidence(start, start + 8, "SLUR", 0.9, Voice.AUTHOR))));
    }
    documents.add(
        Document.builder(
                "address",
                "outlet-a",
                documents.get(0).kind(),
                "calme \u2067" + text(99),
                NOON,
                "t")
            .url("https://outlet-a.example/les-cafards-%C3%A0-tanger")
            .published(NOON)
            .assessment(hostile(1, List.of()))
            .build());
    Explanation found = explain(Filters.NONE);
    assertThat(Json.MAPPER.writeValueAsString(found).toLowerCase(Locale.ROOT))
        .doesNotContain("cafards", "gr\u00F3bules", "grobules", "\u202E", "\u2067");
    assertThat(found.samples()).hasSize(7).anyMatch(sample -> sample.excerpt().contains("g•"));
  }

  private Explanation explain(Filters filters) {
    AlertRule rule =
        new AlertRule(
            "rule",
            Map.of("en", "Rule"),
            filters,
            Granularity.DAY,
            Cadence.INSTANT,
            true,
            AlertRule.Origin.USER,
            null);
    return new RiseExplainer(new ListedFiles(documents)).explain(rule, FROM, TO);
  }

  /** The last of the days is the rise; frames take turns. */
  private void fourOutletsEachDay(int days) {
    List<Frame> frames = List.of(Frame.CRIME, Frame.ECONOMY, Frame.HEALTH, Frame.CRIME);
    List<String> outlets = List.of("outlet-a", "outlet-b", "outlet-c", "outlet-d");
    for (int day = 0; day < days; day++) {
      for (int n = 0; n < 4; n++) {
        add(
            day + "-" + n,
            outlets.get(n),
            NOON.minus(Duration.ofDays(day)),
            text(10 * day + n),
            List.of(frames.get((n + day) % 4)));
      }
    }
  }

  private void add(String id, String source, Instant published, String text, List<Frame> frames) {
    documents.add(article(id, source, published, text, hostile(2, frames)));
  }

  private void comment(String id, String parent, String author) {
    documents.add(
        Texts.document(
                id, "outlet-a", parent, null, NOON, text(id.hashCode()), hostile(2, List.of()))
            .toBuilder()
            .author(author)
            .build());
  }

  private void document(
      String id, String source, @Nullable String parent, String text, int intensity) {
    documents.add(
        Texts.document(id, source, parent, null, NOON, text, hostile(intensity, List.of())));
  }
}
