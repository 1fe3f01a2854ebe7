// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.marsad.alerts.explain.Breakdown;
import org.marsad.alerts.explain.CaseFiles;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.explain.ValueCount;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Reader;
import org.marsad.model.Document;
import org.marsad.model.Filters;

/**
 * The facts about a rise, by aggregations over the documents. Thread-safe. Documents that do not
 * say when they were published are in no rise.
 *
 * <p>Every method may throw {@link org.marsad.index.IndexUnavailableException} while Elasticsearch
 * is away, {@link org.marsad.index.IndexRefusedException} when a person must act, and {@link
 * IllegalArgumentException} for a request that Elasticsearch cannot answer.
 */
public final class IndexedCaseFiles implements CaseFiles {
  private static final int MOST_VALUES = 20;
  private static final int MOST_SOURCES = 1_000;
  private static final int MOST_MODELS = 20;

  /** The most that Elasticsearch returns at once. */
  private static final int MOST_DOCUMENTS = 10_000;

  private static final String SOURCE = "sourceId";
  private static final String MODEL = "assessment.model";

  private static final Map<Dimension, String> FIELDS =
      Map.of(
          Dimension.SOURCE, SOURCE,
          Dimension.LANGUAGE, "assessment.language",
          Dimension.TARGET, "assessment.targets",
          Dimension.FRAME, "assessment.frames",
          Dimension.PLACE, "assessment.places",
          Dimension.THREAD, "parentId");

  private final Reader reader;
  private final RisingTerms terms;

  public IndexedCaseFiles(IndexConnection connection) {
    this.reader = new Reader(connection);
    this.terms = new RisingTerms(reader);
  }

  @Override
  public Breakdown breakdown(Filters filters, Instant baselineFrom, Instant from, Instant to) {
    Period rise = new Period(from, to);
    Period all = new Period(baselineFrom, to);
    Map<String, Aggregation> asked = new HashMap<>();
    Period before = new Period(baselineFrom, from);
    asked.putAll(RiseCounts.times(rise, before));
    asked.put(MODEL, RiseCounts.byValue(MODEL, MOST_MODELS, rise));
    FIELDS.forEach(
        (dimension, field) ->
            asked.put(dimension.name(), RiseCounts.byValue(field, MOST_VALUES, rise, before)));
    Map<String, Aggregate> answer = reader.summary(all.query(filters), asked);
    ValueCount whole = RiseCounts.whole(answer);
    Map<Dimension, List<ValueCount>> values = new EnumMap<>(Dimension.class);
    FIELDS.keySet().forEach(d -> values.put(d, RiseCounts.told(answer, d.name())));
    values.put(Dimension.TERM, terms.find(filters, baselineFrom, rise, whole.baseline()));
    List<ValueCount> models = RiseCounts.values(answer, MODEL);
    return new Breakdown(
        from,
        to,
        baselineFrom,
        whole.observed(),
        whole.baseline(),
        values,
        captured(filters, all, rise),
        names(models, ValueCount::observed),
        names(models, ValueCount::baseline));
  }

  @Override
  public List<Document> documents(Filters filters, Instant from, Instant to, int most) {
    return reader
        .search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(Math.min(MOST_DOCUMENTS, most))
                    .trackTotalHits(t -> t.enabled(false))
                    .query(new Period(from, to).query(filters))
                    .sort(o -> o.field(f -> f.field("assessment.intensity").order(SortOrder.Desc)))
                    .sort(o -> o.field(f -> f.field("assessment.hostility").order(SortOrder.Desc)))
                    .sort(o -> o.field(f -> f.field("id"))))
        .hits()
        .hits()
        .stream()
        .map(hit -> Reader.decode(hit.source(), Document.class))
        .toList();
  }

  private List<ValueCount> captured(Filters filters, Period all, Period rise) {
    Map<String, Aggregation> asked = Map.of(SOURCE, RiseCounts.byValue(SOURCE, MOST_SOURCES, rise));
    return RiseCounts.values(reader.summary(all.query(filters.coverage()), asked), SOURCE);
  }

  private static List<String> names(List<ValueCount> models, ToLongFunction<ValueCount> count) {
    return models.stream()
        .filter(model -> count.applyAsLong(model) > 0)
        .map(ValueCount::value)
        .sorted()
        .toList();
  }
}
