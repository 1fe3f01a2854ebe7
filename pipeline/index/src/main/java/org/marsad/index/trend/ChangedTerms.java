// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.explain.ShownTerms;
import org.marsad.alerts.explain.ValueCount;
import org.marsad.index.alerts.RisingWords;
import org.marsad.index.query.QueryBuilder;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.index.query.Told;

/** The words that tell the documents of two ranges apart. */
final class ChangedTerms {
  private static final int MOST = 12;

  /** Fewer texts do not tell which words are usual. */
  private static final int ENOUGH = 20;

  /** Chance gives a word that much once in a thousand times. */
  private static final double SURE = 10.83;

  private final Reader reader;
  private final Query before;
  private final Query after;
  private final boolean isRise;

  ChangedTerms(Reader reader, ChangeQuestion question, boolean isRise) {
    this.reader = reader;
    this.before = query(question, question.before());
    this.after = query(question, question.after());
    this.isRise = isRise;
  }

  private static Query query(ChangeQuestion question, Span span) {
    return QueryBuilder.query(question.counted().between(span.from(), span.to()));
  }

  List<Change.Term> find(ShownTerms shown, Rates total) {
    long others = isRise ? total.before() : total.after();
    List<String> words =
        RisingWords.find(
            reader, isRise ? after : before, others < ENOUGH ? null : isRise ? before : after);
    if (words.isEmpty()) {
      return List.of();
    }
    Map<String, Told> then = count(before, words);
    Map<String, Told> now = count(after, words);
    List<ValueCount> counts = new ArrayList<>();
    for (String word : words) {
      Told one = then.getOrDefault(word, Told.NOTHING);
      Told other = now.getOrDefault(word, Told.NOTHING);
      if (!one.withheld() && !other.withheld()) {
        counts.add(new ValueCount(word, other.documents(), one.documents()));
      }
    }
    return shown.of(counts).stream()
        .map(
            one ->
                new Change.Term(
                    one.value(),
                    one.baseline(),
                    one.observed(),
                    significance(one.baseline(), total.before(), one.observed(), total.after())))
        .filter(term -> term.significance() >= SURE)
        .sorted(
            Comparator.comparingDouble(Change.Term::significance)
                .reversed()
                .thenComparing(Change.Term::term))
        .limit(MOST)
        .toList();
  }

  private Map<String, Told> count(Query query, List<String> words) {
    Map<String, Aggregation> asked = new HashMap<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      asked.put(
          name(at),
          Aggregation.of(
              a ->
                  a.filter(f -> f.term(t -> t.field("text").value(word)))
                      .aggregations(SmallCells.ASKED)));
    }
    Map<String, Aggregate> answer = reader.summary(query, asked);
    Map<String, Told> counts = new HashMap<>();
    for (int at = 0; at < words.size(); at++) {
      counts.put(
          words.get(at), SmallCells.cell(Reader.aggregate(answer, name(at)).filter()).told());
    }
    return counts;
  }

  /** Brackets and the like may be part of a word, but not of an aggregation's name. */
  private static String name(int at) {
    return "word-" + at;
  }

  /** Of a word that {@code before} of some texts have, and {@code after} of others. */
  static double significance(long before, long textsBefore, long after, long textsAfter) {
    long texts = textsBefore + textsAfter;
    double share = texts == 0 ? 0 : (before + after) / (double) texts;
    return 2
        * (cell(before, textsBefore * share)
            + cell(textsBefore - before, textsBefore * (1 - share))
            + cell(after, textsAfter * share)
            + cell(textsAfter - after, textsAfter * (1 - share)));
  }

  private static double cell(long observed, double expected) {
    return observed <= 0 || expected <= 0 ? 0 : observed * Math.log(observed / expected);
  }
}
