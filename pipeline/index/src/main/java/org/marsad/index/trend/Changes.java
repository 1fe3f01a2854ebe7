// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.alerts.explain.ShownTerms;
import org.marsad.alerts.explain.Spread;
import org.marsad.index.IndexConnection;
import org.marsad.index.alerts.IndexedCaseFiles;
import org.marsad.index.query.Reader;
import org.marsad.model.Document;

/** Says what carries the change between two ranges of days. */
final class Changes {
  private static final int MOST_PARTS = 8;
  private static final int MOST_COMPARED = 300;

  private final Reader reader;
  private final IndexedCaseFiles files;

  Changes(IndexConnection connection) {
    this.reader = new Reader(connection).overTime();
    this.files = new IndexedCaseFiles(connection);
  }

  Change of(ChangeQuestion question) {
    SpanCounts before = SpanCounts.of(reader, question, question.before());
    SpanCounts after = SpanCounts.of(reader, question, question.after());
    Rates total =
        new Rates(
            before.counted().documents(),
            before.whole(),
            after.counted().documents(),
            after.whole());
    Rates.Effects perDay = effects(question, total);
    Map<Trait, Change.Traits> traits = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      traits.put(trait, parts(question, trait, before, after, perDay.sum()));
    }
    // What a fall is about is in the texts that are no longer told.
    boolean isRise = perDay.sum() >= 0;
    Span fuller = isRise ? question.after() : question.before();
    List<Document> documents =
        files.documents(question.counted(), fuller.start(), fuller.end(), MOST_COMPARED);
    return new Change(
        total,
        perDay,
        before.withheld() || after.withheld(),
        traits,
        new ChangedTerms(reader, question, isRise).find(new ShownTerms(documents), total),
        Spread.of(documents),
        before.models(),
        after.models());
  }

  private static Change.Traits parts(
      ChangeQuestion question, Trait trait, SpanCounts before, SpanCounts after, double change) {
    Set<String> values = new LinkedHashSet<>();
    List.of(before, after)
        .forEach(
            side ->
                side.values().getOrDefault(trait, Map.of()).keySet().stream()
                    .map(SpanCounts.Key::value)
                    .forEach(values::add));
    List<Change.Part> parts =
        values.stream()
            .map(
                value -> {
                  Rates rates =
                      new Rates(
                          before.counted(trait, value),
                          before.whole(trait, value),
                          after.counted(trait, value),
                          after.whole(trait, value));
                  return new Change.Part(
                      value,
                      rates,
                      effects(question, rates),
                      before.isWithheld(trait, value),
                      after.isWithheld(trait, value));
                })
            .filter(part -> part.rates().before() + part.rates().after() > 0)
            .sorted(
                Comparator.comparingDouble((Change.Part part) -> -Math.abs(part.effects().sum()))
                    .thenComparing(Change.Part::value))
            .limit(MOST_PARTS)
            .toList();
    double listed = parts.stream().mapToDouble(part -> part.effects().sum()).sum();
    return new Change.Traits(parts, change - listed);
  }

  private static Rates.Effects effects(ChangeQuestion question, Rates rates) {
    return rates.effects(question.before().days(), question.after().days());
  }
}
