// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.search.Synonyms;
import org.marsad.model.search.TextQuery;

/**
 * What somebody typed, as a query. Whatever stands for a word is asked for beside it, so that
 * neither synonyms nor particles need another analyser: a changed set needs no index built anew.
 */
final class TextQueries {
  /** No word is longer, and Elasticsearch fails at a beginning of some hundreds of bytes. */
  private static final int LONGEST_BEGINNING = 100;

  private final TextFields fields;
  private final boolean synonyms;
  private final boolean marking;

  private TextQueries(TextFields fields, boolean synonyms, boolean marking) {
    this.fields = fields;
    this.synonyms = synonyms;
    this.marking = marking;
  }

  /**
   * @param query null for everything
   * @param synonyms whether words also stand for those that mean the same
   */
  static Query of(@Nullable TextQuery query, boolean synonyms) {
    return query == null
        ? Query.of(q -> q.matchAll(m -> m))
        : new TextQueries(TextFields.ALL, synonyms, false).query(query);
  }

  /**
   * The same to mark what was found, for which each beginning is held against every word of a text
   * once for each field: in all of them, a page of five such as {@code a*} takes a minute.
   */
  static Query marks(TextQuery query, boolean synonyms) {
    return new TextQueries(TextFields.ALL, synonyms, true).query(query);
  }

  private Query query(TextQuery query) {
    if (query instanceof TextQuery.Word word) {
      return new WordQuery(fields, synonyms && !word.isQuoted()).of(word.text());
    } else if (query instanceof TextQuery.Phrase phrase) {
      return new PhraseQuery(fields, synonyms).of(phrase);
    } else if (query instanceof TextQuery.Beginning beginning) {
      return beginning(beginning.text());
    } else if (query instanceof TextQuery.All all) {
      return all(all.parts());
    } else if (query instanceof TextQuery.Any any) {
      List<Query> choices = any.parts().stream().map(this::query).toList();
      return Query.of(q -> q.bool(b -> b.should(choices).minimumShouldMatch("1")));
    } else if (query instanceof TextQuery.Without without) {
      return Query.of(q -> q.bool(b -> b.mustNot(query(without.part()))));
    } else if (query instanceof TextQuery.In in) {
      return new TextQueries(fields.of(in.part()), synonyms, marking).query(in.query());
    }
    throw new IllegalStateException("unknown query " + query);
  }

  /** Words in a row that mean something together may stand for what means the same. */
  private Query all(List<TextQuery> parts) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    int at = 0;
    while (at < parts.size()) {
      int length = synonyms ? Expansions.lengthAt(parts, at) : 1;
      List<TextQuery> run = parts.subList(at, at + length);
      at += length;
      if (length == 1) {
        TextQuery only = run.get(0);
        if (only instanceof TextQuery.Without without) {
          all.mustNot(query(without.part()));
        } else {
          all.must(query(only));
        }
      } else {
        all.must(together(run));
      }
    }
    return all.build()._toQuery();
  }

  private Query together(List<TextQuery> words) {
    List<Query> choices = new ArrayList<>();
    List<Query> each = words.stream().map(this::query).toList();
    choices.add(Query.of(q -> q.bool(b -> b.must(each))));
    new WordQuery(fields, true)
        .others(Synonyms.shipped().of(Expansions.joined(words)))
        .forEach(choices::add);
    return Query.of(q -> q.disMax(d -> d.queries(choices)));
  }

  private Query beginning(String typed) {
    String text =
        typed
            .codePoints()
            .limit(LONGEST_BEGINNING)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Query.of(
        q ->
            q.simpleQueryString(
                s ->
                    s.query(text + "*")
                        .fields(marking ? fields.marked(text) : fields.weighted())
                        .flags(SimpleQueryStringFlag.Prefix)));
  }
}
