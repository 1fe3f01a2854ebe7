// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.assessment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Story;

/** Results where each document stands for its story, and results as a whole. */
class FoldedSearchTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final int STORIES = 120;
  private static final int ALONE = 30;
  private static final List<Document> DOCUMENTS = new ArrayList<>();
  private static final Filters MIGRANTS = Filters.NONE.toBuilder().text("migrants").build();

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    Random random = new Random(23);
    for (int story = 0; story < STORIES; story++) {
      // One that is told more often than a batch holds.
      int copies = story == 7 ? 600 : 1 + random.nextInt(4);
      for (int copy = 0; copy < copies; copy++) {
        DOCUMENTS.add(
            document("s" + story + "c" + copy, "outlet-" + copy % 40, random)
                .withStory(new Story("story" + story, Story.Role.COPY, 1, null)));
      }
    }
    for (int n = 0; n < ALONE; n++) {
      DOCUMENTS.add(document("alone" + n, "outlet-0", random));
    }
    new BulkWriter(INDEX.connection()).write(DOCUMENTS.stream().map(IndexEntry::of).toList());
    INDEX.refresh();
  }

  private static Document document(String id, String source, Random random) {
    return Document.builder(
            id,
            source,
            DocumentKind.ARTICLE,
            "Les migrants " + "de Tanger ".repeat(random.nextInt(5)),
            CAPTURED.plusSeconds(random.nextInt(1_000)),
            "file:" + id)
        .title("A title")
        .extractionMethod("json-ld")
        .charset("UTF-8")
        .assessment(assessment("fr", Stance.HOSTILE, random.nextInt(100) / 100.0))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"NEWEST,20", "OLDEST,7", "BEST,50", "HOSTILITY,200", "BEST,1"})
  void showsEachStoryOnceWhereItsFirstDocumentStands(Sort sort, int size) {
    List<String> paged = new ArrayList<>();
    List<String> after = null;
    do {
      SearchPage page = queries.searchStories(new SearchRequest(MIGRANTS, sort, size, after));
      assertThat(page.total()).isEqualTo(STORIES + ALONE);
      page.hits().forEach(hit -> paged.add(id(hit)));
      after = page.next();
    } while (after != null);

    Set<String> seen = new HashSet<>();
    List<String> expected = new ArrayList<>();
    List<String> rest = null;
    do {
      SearchPage page = queries.search(new SearchRequest(MIGRANTS, sort, 200, rest));
      for (SearchPage.Hit hit : page.hits()) {
        Story story = hit.document().document().story();
        if (seen.add(story == null ? id(hit) : story.id())) {
          expected.add(id(hit));
        }
      }
      rest = page.next();
    } while (rest != null);
    assertThat(paged).isEqualTo(expected).hasSize(STORIES + ALONE);
  }

  @Test
  void tellsHowFarAStoryWent() {
    List<SearchPage.Hit> hits =
        queries.searchStories(new SearchRequest(MIGRANTS, Sort.NEWEST, 200, null)).hits();

    for (SearchPage.Hit hit : hits) {
      Story story = hit.document().document().story();
      if (story == null) {
        assertThat(hit.copies()).isNull();
      } else {
        List<Document> told =
            DOCUMENTS.stream()
                .filter(one -> one.story() != null && one.story().id().equals(story.id()))
                .toList();
        assertThat(hit.copies())
            .isEqualTo(
                new SearchPage.Copies(
                    told.size(), told.stream().map(Document::sourceId).distinct().count()));
        assertThat(hit.textHighlights()).isNotEmpty();
      }
    }
  }

  @Test
  void ordersStoriesByReach() {
    List<Long> outlets = new ArrayList<>();
    Set<String> stories = new HashSet<>();
    List<String> after = null;
    do {
      SearchPage page = queries.searchStories(new SearchRequest(MIGRANTS, Sort.REACH, 50, after));
      for (SearchPage.Hit hit : page.hits()) {
        outlets.add(hit.copies() == null ? 0 : hit.copies().outlets());
        stories.add(String.valueOf(hit.document().document().story()));
      }
      after = page.next();
    } while (after != null);

    assertThat(outlets).hasSize(STORIES).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(outlets.get(0)).isEqualTo(40);
    assertThat(stories).hasSizeGreaterThanOrEqualTo(STORIES);
    assertThatThrownBy(
            () -> queries.searchStories(new SearchRequest(MIGRANTS, Sort.REACH, 50, List.of("x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void handsOverEveryDocumentOnceAsAllWereAtOneMoment() throws IOException {
    List<String> ids = new ArrayList<>();
    long count =
        queries.stream(
            MIGRANTS,
            document -> {
              ids.add(document.document().id());
              if (ids.size() == 1) {
                Document late = document("late", "outlet-0", new Random(1));
                new BulkWriter(INDEX.connection()).write(List.of(IndexEntry.of(late)));
                INDEX.refresh();
              }
            });
    INDEX.connection().call(c -> c.delete(d -> d.index("marsad-documents").id("late")));
    INDEX.refresh();

    assertThat(count).isEqualTo(DOCUMENTS.size());
    assertThat(new HashSet<>(ids))
        .hasSize(ids.size())
        .isEqualTo(DOCUMENTS.stream().map(Document::id).collect(Collectors.toSet()));
    assertThatThrownBy(
            () ->
                queries.stream(
                    MIGRANTS,
                    document -> {
                      throw new IOException("gone");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(openMoments()).isZero();
  }

  private static long openMoments() {
    return INDEX
        .connection()
        .call(c -> c.nodes().stats(s -> s.metric("indices").indexMetric("search")))
        .nodes()
        .values()
        .stream()
        .mapToLong(node -> node.indices() == null ? 0 : node.indices().search().openContexts())
        .sum();
  }

  private static String id(SearchPage.Hit hit) {
    return hit.document().document().id();
  }
}
