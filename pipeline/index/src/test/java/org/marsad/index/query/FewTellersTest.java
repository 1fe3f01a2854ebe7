// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Morocco;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.model.Story;

/** What is told of sources and stories that few people are behind. */
class FewTellersTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final LocalDate NEXT = LocalDate.ofInstant(CAPTURED, Morocco.TIME).plusDays(1);

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    List<Document> all = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      all.add(post("channel", n, "one-person"));
      all.add(post("forum", n, "person-" + n % 5));
    }
    all.add(told(article("article", "Told by an outlet"), "both"));
    all.add(signed(told(article("signed", "Told by a person"), "both")));
    all.add(signed(told(article("rumour", "Told by a person alone"), "rumour")));
    new BulkWriter(INDEX.connection()).write(all.stream().map(IndexEntry::of).toList());
    INDEX.refresh();
  }

  @Test
  void aSilentChannelOfOnePersonHasNoRate() {
    List<SourceGap> gaps =
        List.of(
            new SourceGap("outlet-a", NEXT, NEXT, 2.0),
            new SourceGap("channel", NEXT, NEXT, 10.0),
            new SourceGap("forum", NEXT, NEXT, 10.0));

    assertThat(GapRates.told(new Reader(INDEX.connection()), gaps))
        .extracting(SourceGap::sourceId, SourceGap::perDay)
        .containsExactly(tuple("outlet-a", null), tuple("channel", null), tuple("forum", 10.0));
  }

  @Test
  void aChannelOfOnePersonHasNoFiguresOnThePageOfSources() {
    List<FollowedFeed> told =
        FeedFigures.told(
            new Reader(INDEX.connection()),
            List.of(
                feed("channel", "TELEGRAM"),
                feed("forum", "REDDIT"),
                feed("nothing", "MASTODON"),
                feed("outlet-a", "FEED")));

    assertThat(told)
        .extracting(
            one -> one.health().outletId(), FollowedFeed::withheld, one -> one.health().itemsSeen())
        .containsExactly(
            tuple("channel", true, 0L),
            tuple("forum", false, 90L),
            tuple("nothing", true, 0L),
            tuple("outlet-a", false, 90L));
    SourceActivity channel = told.get(0).health().activity();
    assertThat(channel).isNotNull();
    assertThat(channel.itemsPerDay()).isNull();
    assertThat(channel.items() + channel.duplicates() + channel.rejections()).isZero();
  }

  private static SourceHealth feed(String outlet, String form) {
    return new SourceHealth(
        outlet + "/feed",
        outlet,
        outlet,
        "https://" + outlet + ".example/",
        SourceState.OK,
        200,
        null,
        CAPTURED,
        CAPTURED,
        CAPTURED,
        null,
        90,
        0,
        new SourceActivity(form, 3.0, null, null, null, "2026-01-12", Map.of(), 7, 2, 1));
  }

  @Test
  void aStorySpreadsAsFarAsOutletsTellIt() {
    assertThat(queries.story("both").orElseThrow())
        .extracting(StorySpread::documents, StorySpread::outlets)
        .containsExactly(1L, Map.of("outlet-a", 1L));
    assertThat(queries.story("rumour")).isEmpty();
    assertThat(queries.toldStory("rumour")).isEmpty();
  }

  private static Document post(String source, int number, String author) {
    String id = source + "-" + number;
    return Document.builder(id, source, DocumentKind.POST, "Text of " + id, CAPTURED, "f")
        .published(CAPTURED)
        .author(author)
        .build();
  }

  private static Document told(Document document, String story) {
    return document.withStory(new Story(story, Story.Role.ORIGINAL, 1, null));
  }

  private static Document signed(Document article) {
    return article.toBuilder().author("one-person").build();
  }
}
