// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Reader;
import org.marsad.index.query.StoredDocument;

/**
 * Documents that are worth a person's look, in an order that depends on the documents alone.
 * Thread-safe.
 */
public final class Candidates {
  /** From this intensity on, a person has to confirm the judgement. */
  public static final int NEEDS_REVIEW = 4;

  /** The most values that Elasticsearch takes in one condition is 65,536. */
  private static final int TERMS = 50_000;

  private static final int MAX_LANGUAGES = 20;
  private static final String SEED = "2011";

  /**
   * How far from the threshold a probability counts half as much; the order is the same for all.
   */
  private static final double HALF_AS_UNCERTAIN = 0.1;

  private static final List<SortOptions> BEST_FIRST =
      List.of(SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc))), byId());

  private static final List<SortOptions> NEWEST_FIRST =
      List.of(SortOptions.of(s -> s.field(f -> f.field("date").order(SortOrder.Desc))), byId());

  private final Reader reader;
  private final double relevance;
  private final double hostility;

  /**
   * @param relevance the probability from which a text is called relevant
   * @param hostility the one from which it may be called hostile
   */
  public Candidates(IndexConnection connection, double relevance, double hostility) {
    this.reader = new Reader(connection);
    this.relevance = relevance;
    this.hostility = hostility;
  }

  /** The languages that the models read, most frequent first. */
  public List<String> languages() {
    return List.copyOf(
        reader
            .summary(
                classified(),
                Map.of(
                    "languages",
                    Aggregation.of(
                        a -> a.terms(t -> t.field("assessment.language").size(MAX_LANGUAGES)))))
            .entrySet()
            .stream()
            .flatMap(found -> found.getValue().sterms().buckets().array().stream())
            .map(bucket -> bucket.key().stringValue())
            .toList());
  }

  /** Drawn by chance: by a hash of their ids. */
  public List<StoredDocument> random(String language, Collection<String> without, int most) {
    FunctionScore chance = FunctionScore.of(f -> f.randomScore(r -> r.seed(SEED).field("id")));
    return find(scored(in(language, without), List.of(chance)), BEST_FIRST, most);
  }

  /** Those of which the probabilities are nearest to where the decision turns. */
  public List<StoredDocument> uncertain(String language, Collection<String> without, int most) {
    FunctionScore hostile = near("assessment.hostility", hostility);
    FunctionScore relevant = near("assessment.relevance", relevance);
    return find(scored(in(language, without), List.of(hostile, relevant)), BEST_FIRST, most);
  }

  /** Dehumanisation, calls for exclusion and worse, the newest first. */
  public List<StoredDocument> severe(String language, Collection<String> without, int most) {
    Query query =
        in(language, without)
            .filter(
                q ->
                    q.range(
                        r ->
                            r.number(
                                n -> n.field("assessment.intensity").gte((double) NEEDS_REVIEW))))
            .build()
            ._toQuery();
    return find(query, NEWEST_FIRST, most);
  }

  /** Those of these documents that a model could read, the newest first. */
  public List<StoredDocument> among(
      Collection<String> ids, String language, Collection<String> without, int most) {
    Query query =
        in(language, without)
            .filter(q -> q.ids(i -> i.values(List.copyOf(ids))))
            .build()
            ._toQuery();
    return find(query, NEWEST_FIRST, most);
  }

  private List<StoredDocument> find(Query query, List<SortOptions> order, int most) {
    return reader
        .search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(most)
                    .trackTotalHits(t -> t.enabled(false))
                    .query(query)
                    .sort(order))
        .hits()
        .hits()
        .stream()
        .map(Hit::source)
        .map(Reader::document)
        .toList();
  }

  private static SortOptions byId() {
    return SortOptions.of(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
  }

  private static Query scored(BoolQuery.Builder of, List<FunctionScore> functions) {
    Query documents = of.build()._toQuery();
    return Query.of(
        q ->
            q.functionScore(
                f ->
                    f.query(documents)
                        .functions(functions)
                        .scoreMode(FunctionScoreMode.Max)
                        .boostMode(FunctionBoostMode.Replace)));
  }

  private static FunctionScore near(String field, double threshold) {
    return FunctionScore.of(
        f ->
            f.exp(
                d ->
                    d.untyped(
                        u ->
                            u.field(field)
                                .placement(
                                    p ->
                                        p.origin(JsonData.of(threshold))
                                            .scale(JsonData.of(HALF_AS_UNCERTAIN))))));
  }

  private static Query classified() {
    return Query.of(q -> q.term(t -> t.field("assessment.classified").value(true)));
  }

  private static BoolQuery.Builder in(String language, Collection<String> without) {
    BoolQuery.Builder all =
        new BoolQuery.Builder()
            .filter(classified())
            .filter(q -> q.term(t -> t.field("assessment.language").value(language)));
    List<FieldValue> hashes = new ArrayList<>(without.size());
    without.forEach(hash -> hashes.add(FieldValue.of(hash)));
    for (int start = 0; start < hashes.size(); start += TERMS) {
      List<FieldValue> some = hashes.subList(start, Math.min(hashes.size(), start + TERMS));
      all.mustNot(q -> q.terms(t -> t.field("contentHash").terms(v -> v.value(some))));
    }
    return all;
  }
}
