// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.article;
import static org.marsad.index.Documents.assessment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.Filters;
import org.marsad.model.Story;
import org.marsad.model.Story.Role;

class StoriesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    new BulkWriter(INDEX.connection())
        .write(
            Stream.of(
                    told("first", 0, Role.ORIGINAL, null),
                    told("wire", 60, Role.WIRE, "MAP"),
                    told("copy", 3_600, Role.COPY, null),
                    article("other", "Another text")
                        .withStory(new Story("other", Role.ORIGINAL, 1, null)),
                    hostile("late", 7_200),
                    hostile("later", 7_300),
                    article("alone", "A text that was not compared"))
                .map(IndexEntry::of)
                .toList());
    INDEX.refresh();
  }

  @Test
  void aStorySpreadsOverDocumentsOutletsAndTime() {
    assertThat(queries.story("first"))
        .contains(
            new StorySpread(
                "first",
                3,
                Map.of("outlet-a", 3L),
                Map.of("ORIGINAL", 1L, "WIRE", 1L, "COPY", 1L),
                List.of("MAP"),
                CAPTURED,
                CAPTURED.plusSeconds(3_600)));
    assertThat(queries.story("unknown")).isEmpty();
  }

  @Test
  void copiesCountOnceWhereStoriesAreCounted() {
    assertThat(queries.counts().documents()).isEqualTo(new Told(7, false));
    assertThat(queries.stories(Filters.NONE)).isEqualTo(new Told(4, false));
  }

  @Test
  void storiesAreListedByReachAndByTheirLatestTelling() {
    StoriesPage reach = queries.stories(request(StoriesRequest.Order.REACH, 1, 0));

    assertThat(reach.documents()).isEqualTo(7);
    assertThat(reach.folded()).isEqualTo(4);
    assertThat(ids(reach)).containsExactly("first");
    assertThat(reach.hasMore()).isTrue();
    assertThat(reach.stories().get(0).first().document().id()).isEqualTo("first");
    assertThat(reach.stories().get(0).matching()).isEqualTo(3);
    assertThat(reach.stories().get(0).stances())
        .extracting(StanceCounts::relevant, StanceCounts::documents)
        .containsExactly(Told.NOTHING, new Told(3, false));

    StoriesPage rest = queries.stories(request(StoriesRequest.Order.REACH, 1, 1));
    assertThat(ids(rest)).containsExactly("late");
    assertThat(rest.stories().get(0).stances().hostile()).isEqualTo(new Told(2, false));
    assertThat(rest.hasMore()).isFalse();

    assertThat(ids(queries.stories(request(StoriesRequest.Order.LATEST, 10, 0))))
        .containsExactly("late", "first");
  }

  @Test
  void aListedStoryIsWholeWhicheverOfItsDocumentsMetTheFilters() {
    Filters hostile = Filters.NONE.ofStances(List.of("HOSTILE"));
    StoriesPage page =
        queries.stories(new StoriesRequest(hostile, StoriesRequest.Order.REACH, 10, 0));

    assertThat(ids(page)).containsExactly("late");
    assertThat(page.documents()).isEqualTo(2);
    assertThat(page.folded()).isEqualTo(1);
  }

  private static StoriesRequest request(StoriesRequest.Order order, int size, int skipped) {
    return new StoriesRequest(Filters.NONE, order, size, skipped);
  }

  private static List<String> ids(StoriesPage page) {
    return page.stories().stream().map(story -> story.spread().id()).toList();
  }

  private static Document hostile(String id, long later) {
    return article(
            id, "Hostile " + id, CAPTURED.plusSeconds(later), assessment("fr", Stance.HOSTILE, 0.9))
        .withStory(new Story("late", Role.COPY, 1, null));
  }

  private static Document told(String id, long later, Role role, @Nullable String agency) {
    return article(
            id, "The text of " + id, CAPTURED.plusSeconds(later), assessment("fr", null, 0.1))
        .withStory(new Story("first", role, 1, agency));
  }
}
