// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Filters as a query, for the packages of this module. */
public final class QueryBuilder {
  /** The folded text and its four stemmed forms, by field. */
  static final List<String> TITLE_FIELDS = forms("title");

  static final List<String> TEXT_FIELDS = forms("text");

  private static final List<String> SEARCHED =
      Stream.concat(TITLE_FIELDS.stream().map(field -> field + "^2"), TEXT_FIELDS.stream())
          .toList();

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
      all.must(text(wellFormed(text.substring(0, Math.min(MAX_TEXT, text.length())))));
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

  /** Without fuzzy and near operators, which are expensive and surprise in Arabic. */
  private static Query text(String text) {
    return Query.of(
        q ->
            q.simpleQueryString(
                s ->
                    s.query(text)
                        .fields(SEARCHED)
                        .defaultOperator(Operator.And)
                        .lenient(true)
                        .flags(
                            SimpleQueryStringFlag.And,
                            SimpleQueryStringFlag.Or,
                            SimpleQueryStringFlag.Not,
                            SimpleQueryStringFlag.Phrase,
                            SimpleQueryStringFlag.Prefix,
                            SimpleQueryStringFlag.Precedence,
                            SimpleQueryStringFlag.Escape,
                            SimpleQueryStringFlag.Whitespace)));
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

  private static List<String> forms(String field) {
    List<String> forms = new ArrayList<>();
    forms.add(field);
    for (String language : List.of("ar", "fr", "es", "en")) {
      forms.add(field + "." + language);
    }
    return List.copyOf(forms);
  }
}
