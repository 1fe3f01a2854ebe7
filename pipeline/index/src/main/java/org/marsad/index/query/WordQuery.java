// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.model.Words;
import org.marsad.model.search.ArabicForms;
import org.marsad.model.search.Synonyms;

/** A word in any of its forms: stemmed, with particles joined to it, and what means the same. */
final class WordQuery {
  /** What was not typed counts less, so that what was comes first. */
  private static final float OTHER = 0.7f;

  /** A set of terms has no score of its own: about that of a word that is found in many texts. */
  private static final float JOINED = 1.5f;

  private final TextFields fields;
  private final boolean synonyms;

  WordQuery(TextFields fields, boolean synonyms) {
    this.fields = fields;
    this.synonyms = synonyms;
  }

  Query of(String word) {
    List<Query> choices = new ArrayList<>();
    choices.add(match(word, fields.weighted(), Operator.And, 1));
    choices.addAll(joined(ArabicForms.of(word)));
    if (synonyms) {
      choices.addAll(others(Synonyms.shipped().of(word)));
    }
    return choices.size() == 1 ? choices.get(0) : Query.of(q -> q.disMax(d -> d.queries(choices)));
  }

  /** What stands for something else: the words of each script at once, each phrase alone. */
  List<Query> others(List<String> terms) {
    List<Query> choices = new ArrayList<>();
    List<String> words = terms.stream().filter(term -> Words.in(term).size() == 1).toList();
    words.stream()
        .collect(Collectors.partitioningBy(TextFields::isArabic))
        .values()
        .forEach(
            some -> {
              if (!some.isEmpty()) {
                choices.add(
                    match(
                        String.join(" ", some),
                        fields.weightedFor(some.get(0)),
                        Operator.Or,
                        OTHER));
              }
            });
    choices.addAll(
        joined(
            words.stream()
                .flatMap(word -> ArabicForms.of(word).stream())
                .collect(Collectors.toSet())));
    terms.stream()
        .filter(term -> Words.in(term).size() > 1)
        .forEach(term -> choices.add(phrase(term)));
    return choices;
  }

  private List<Query> joined(Set<String> forms) {
    List<FieldValue> terms = forms.stream().map(FieldValue::of).toList();
    return terms.isEmpty()
        ? List.of()
        : fields.parts().stream()
            .map(
                part ->
                    Query.of(
                        q ->
                            q.terms(
                                t ->
                                    t.field(part)
                                        .terms(v -> v.value(terms))
                                        .boost(TextFields.weightOf(part) * JOINED))))
            .toList();
  }

  private static Query match(String words, List<String> fields, Operator operator, float boost) {
    return Query.of(
        q -> q.multiMatch(m -> m.query(words).fields(fields).operator(operator).boost(boost)));
  }

  private Query phrase(String term) {
    return Query.of(
        q ->
            q.multiMatch(
                m ->
                    m.query(term)
                        .type(TextQueryType.Phrase)
                        .fields(fields.weightedFor(term))
                        .boost(OTHER)));
  }
}
