// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Reader;

/** What became of the texts that were judged. Thread-safe. */
public final class Wordings {
  private static final int PAGE = 1_000;

  private final Reader reader;

  Wordings(IndexConnection connection) {
    this.reader = new Reader(connection);
  }

  /**
   * Those of which the document reads as it did when it was judged. Of the others nobody can be
   * asked any more: the new wording is a text of its own. What was edited within the last second
   * may still be among them.
   */
  public List<Review> standing(Collection<Review> reviews) {
    List<Review> known = reviews.stream().filter(one -> one.documentId() != null).toList();
    Set<String> units = new HashSet<>();
    for (int start = 0; start < known.size(); start += PAGE) {
      units.addAll(units(known.subList(start, Math.min(known.size(), start + PAGE))));
    }
    return known.stream().filter(review -> units.contains(review.unit())).toList();
  }

  private Set<String> units(List<Review> reviews) {
    List<String> ids =
        reviews.stream().map(Review::documentId).filter(Objects::nonNull).distinct().toList();
    Set<String> units = new HashSet<>();
    reader
        .search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(PAGE)
                    .trackTotalHits(t -> t.enabled(false))
                    .source(o -> o.filter(f -> f.includes("contentHash")))
                    .query(q -> q.ids(i -> i.values(ids))))
        .hits()
        .hits()
        .forEach(
            hit -> {
              if (hit.id() != null && hit.source() != null) {
                units.add(Label.unit(hit.id(), hit.source().path("contentHash").asText()));
              }
            });
    return units;
  }
}
