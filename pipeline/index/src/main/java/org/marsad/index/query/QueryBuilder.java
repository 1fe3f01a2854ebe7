// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;
import org.marsad.model.search.ReadQuery;
import org.marsad.model.search.TextQuery;
import org.marsad.model.search.TextQueryReader;

/** Filters as a query, for the packages of this module. */
public final class QueryBuilder {
  /** Beyond this a query costs too much; nobody types as much. */
  private static final int MAX_TEXT = 500;

  /** Elasticsearch's dates have years of four digits. */
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private QueryBuilder() {}

  public static Query query(Filters filters) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    String text = filters.text();
    if (text != null && !text.isBlank()) {
      all.must(TextQueries.of(read(text).query(), Boolean.TRUE.equals(filters.synonyms())));
    }
    LocalDate from = filters.from();
    LocalDate to = filters.to();
    if (from != null || to != null) {
      all.filter(days(from, to));
    }
    any(all, "sourceId", filters.sources());
    any(all, "assessment.language", filters.languages());
    any(all, "assessment.stance", filters.stances());
    any(all, "assessment.targets", filters.targets());
    any(all, "kind", filters.kinds());
    any(all, "assessment.frames", filters.frames());
    any(all, "assessment.places", filters.places());
    Integer leastIntensity = filters.leastIntensity();
    if (leastIntensity != null && leastIntensity > 0) {
      all.filter(
          q ->
              q.range(
                  r ->
                      r.number(
                          n -> n.field("assessment.intensity").gte(leastIntensity.doubleValue()))));
    }
    Boolean relevant = filters.relevant();
    if (relevant != null) {
      all.filter(q -> q.term(t -> t.field("assessment.relevant").value(relevant)));
    }
    return all.build()._toQuery();
  }

  /** What is marked in the documents found; null where no words were asked for. */
  static @Nullable Query marks(Filters filters) {
    TextQuery query = read(filters.text()).query();
    return query == null ? null : TextQueries.marks(query, Boolean.TRUE.equals(filters.synonyms()));
  }

  private static Query days(@Nullable LocalDate from, @Nullable LocalDate to) {
    return Query.of(
        q ->
            q.range(
                r ->
                    r.date(
                        d -> {
                          d.field("published").format("epoch_millis");
                          if (from != null) {
                            d.gte(startOf(from));
                          }
                          return to == null ? d : d.lt(startOf(bounded(to).plusDays(1)));
                        })));
  }

  private static String startOf(LocalDate day) {
    return Long.toString(bounded(day).atStartOfDay(Morocco.TIME).toInstant().toEpochMilli());
  }

  private static LocalDate bounded(LocalDate day) {
    return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
  }

  /** How a text was understood. */
  static ReadQuery read(@Nullable String text) {
    return TextQueryReader.read(
        text == null ? "" : wellFormed(text.substring(0, Math.min(MAX_TEXT, text.length()))));
  }

  private static void any(BoolQuery.Builder all, String field, List<String> values) {
    if (!values.isEmpty()) {
      List<FieldValue> terms =
          values.stream().map(value -> FieldValue.of(wellFormed(value))).toList();
      all.filter(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
    }
  }

  /** A letter cut in half, which no request can carry, becomes a question mark. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
