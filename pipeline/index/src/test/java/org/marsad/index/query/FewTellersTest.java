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
