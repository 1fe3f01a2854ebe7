// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Intervals;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.marsad.model.search.ArabicForms;
import org.marsad.model.search.Synonyms;
import org.marsad.model.search.TextQuery;

/**
 * Words that stand together. Each may be in any of its forms; with synonyms, each may be another
 * that means the same, and one joining word may stand between two, since languages differ in it:
 * طرد المهاجرين, "expulsion des migrants".
 */
final class PhraseQuery {
  private static final int JOINING_WORD = 1;

  private final TextFields fields;
  private final boolean synonyms;

  PhraseQuery(TextFields fields, boolean synonyms) {
    this.fields = fields;
    this.synonyms = synonyms;
  }

  Query of(TextQuery.Phrase phrase) {
    List<Query> choices = new ArrayList<>();
    String text = String.join(" ", phrase.words());
    if (phrase.apart() == 0) {
      choices.add(
          Query.of(
              q ->
                  q.multiMatch(
                      m -> m.query(text).type(TextQueryType.Phrase).fields(fields.weighted()))));
    }
    for (String part : fields.parts()) {
      TextFields.forms(part).forEach(field -> choices.addAll(intervals(part, field, phrase)));
    }
    if (synonyms) {
      choices.addAll(new WordQuery(fields, true).others(Synonyms.shipped().of(text)));
    }
    return Query.of(q -> q.disMax(d -> d.queries(choices)));
  }

  /** In one field; none where a word cannot be in it, for its script. */
  private List<Query> intervals(String part, String field, TextQuery.Phrase phrase) {
    List<Intervals> words = new ArrayList<>();
    for (int at = 0; at < phrase.words().size(); ) {
      int length = synonyms ? Expansions.lengthAt(at, phrase.words()) : 1;
      List<String> forms = forms(String.join(" ", phrase.words().subList(at, at + length)), field);
      if (forms.isEmpty()) {
        return List.of();
      }
      words.add(anyOf(forms));
      at += length;
    }
    boolean isNear = phrase.apart() > 0;
    int gaps = isNear ? phrase.apart() : synonyms ? JOINING_WORD * (words.size() - 1) : 0;
    return List.of(
        Query.of(
            q ->
                q.intervals(
                    i ->
                        i.field(field)
                            .boost(TextFields.weightOf(part))
                            .allOf(a -> a.intervals(words).ordered(!isNear).maxGaps(gaps)))));
  }

  private List<String> forms(String typed, String field) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(typed);
    forms.addAll(ArabicForms.of(typed));
    if (synonyms) {
      forms.addAll(Synonyms.shipped().of(typed));
    }
    return forms.stream().filter(form -> TextFields.mayHold(field, form)).toList();
  }

  private static Intervals anyOf(List<String> forms) {
    List<Intervals> each =
        forms.stream()
            .map(form -> Intervals.of(i -> i.match(m -> m.query(form).ordered(true).maxGaps(0))))
            .toList();
    return each.size() == 1 ? each.get(0) : Intervals.of(i -> i.anyOf(a -> a.intervals(each)));
  }
}
