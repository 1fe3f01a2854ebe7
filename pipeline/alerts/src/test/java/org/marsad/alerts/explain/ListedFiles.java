// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marsad.model.Document;
import org.marsad.model.Filters;

/** Case files of documents in memory, all of which meet the filters, and all are relevant. */
public record ListedFiles(List<Document> all) implements CaseFiles {
  private static final int COMMON = 3;

  @Override
  public Breakdown breakdown(Filters filters, Instant baselineFrom, Instant from, Instant to) {
    List<Document> rise = between(from, to);
    List<Document> before = between(baselineFrom, from);
    Map<Dimension, List<ValueCount>> values = new EnumMap<>(Dimension.class);
    Function<Document, Stream<String>> sources = d -> Stream.of(d.sourceId());
    values.put(Dimension.SOURCE, counts(rise, before, sources));
    values.put(
        Dimension.TARGET,
        counts(
            rise, before, d -> requireNonNull(d.assessment()).targets().stream().map(Enum::name)));
    values.put(
        Dimension.FRAME,
        counts(
            rise, before, d -> requireNonNull(d.assessment()).frames().stream().map(Enum::name)));
    values.put(
        Dimension.TERM,
        counts(rise, before, d -> Arrays.stream(d.text().split(" ")).distinct()).stream()
            .filter(term -> term.observed() >= COMMON)
            .toList());
    values.put(Dimension.THREAD, counts(rise, before, d -> Stream.ofNullable(d.parentId())));
    return new Breakdown(
        from,
        to,
        baselineFrom,
        rise.size(),
        before.size(),
        values,
        counts(rise, before, sources),
        models(rise),
        models(before));
  }

  @Override
  public List<Document> documents(Filters filters, Instant from, Instant to, int most) {
    return between(from, to).stream().sorted(Story.TELLING).limit(most).toList();
  }

  private List<Document> between(Instant from, Instant to) {
    return all.stream()
        .filter(d -> d.published() != null)
        .filter(d -> !requireNonNull(d.published()).isBefore(from))
        .filter(d -> requireNonNull(d.published()).isBefore(to))
        .toList();
  }

  private static List<ValueCount> counts(
      List<Document> rise, List<Document> before, Function<Document, Stream<String>> values) {
    Map<String, long[]> counts = new TreeMap<>();
    rise.stream().flatMap(values).forEach(v -> counts.computeIfAbsent(v, k -> new long[2])[0]++);
    before.stream().flatMap(values).forEach(v -> counts.computeIfAbsent(v, k -> new long[2])[1]++);
    return counts.entrySet().stream()
        .map(e -> new ValueCount(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private static List<String> models(List<Document> documents) {
    return documents.stream()
        .map(d -> requireNonNull(d.assessment()).model())
        .distinct()
        .sorted()
        .toList();
  }
}
