// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Filters;

/** What is found across spellings, scripts and languages: the cases of {@code searches.tsv}. */
class SearchesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  private record Case(String query, String text, boolean isFound, boolean synonyms) {
    static Case of(String line) {
      String[] fields = line.split("\t", -1);
      return new Case(fields[0], fields[1], fields[2].equals("found"), fields[3].equals("same"));
    }
  }

  @Test
  void findsWhatItShouldAndMarksIt() {
    List<Case> cases =
        Bundled.lines(SearchesTest.class, "searches.tsv").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Case::of)
            .toList();
    Map<String, String> ids = new LinkedHashMap<>();
    cases.forEach(one -> ids.putIfAbsent(one.text(), "text" + ids.size()));
    new BulkWriter(INDEX.connection())
        .write(
            ids.entrySet().stream()
                .map(one -> IndexEntry.of(article(one.getValue(), one.getKey())))
                .toList());
    INDEX.refresh();

    List<String> faults = new ArrayList<>();
    for (Case one : cases) {
      Filters filters = Filters.NONE.toBuilder().text(one.query()).synonyms(one.synonyms()).build();
      List<SearchPage.Hit> hits =
          queries.search(new SearchRequest(filters, Sort.BEST, 200, null)).hits().stream()
              .filter(hit -> hit.document().document().text().equals(one.text()))
              .toList();
      if (hits.isEmpty() == one.isFound()) {
        faults.add((one.isFound() ? "not found: " : "found: ") + one);
      } else if (one.isFound()
          && !one.query().startsWith("-")
          && !hits.get(0).textHighlights().toString().contains(SearchPage.MARK_START)) {
        faults.add("not marked: " + one);
      }
    }
    assertThat(faults).isEmpty();
  }
}
