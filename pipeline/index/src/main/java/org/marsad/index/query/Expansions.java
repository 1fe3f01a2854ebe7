// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.model.search.Synonyms;
import org.marsad.model.search.TextQuery;

/** Finds those words of a query that stand for others with the same meaning. */
final class Expansions {
  private Expansions() {}

  /** What is looked for beside each term of a query that is in the set, in their order. */
  static List<Expansion> of(@Nullable TextQuery query) {
    List<Expansion> found = new ArrayList<>();
    if (query != null) {
      collect(query, found);
    }
    return found.stream().distinct().toList();
  }

  private static void collect(TextQuery query, List<Expansion> found) {
    if (query instanceof TextQuery.Word word && !word.isQuoted()) {
      add(word.text(), found);
    } else if (query instanceof TextQuery.Phrase phrase) {
      List<String> words = phrase.words();
      for (int at = 0; at < words.size(); ) {
        int length = lengthAt(at, words);
        add(String.join(" ", words.subList(at, at + length)), found);
        at += length;
      }
    } else if (query instanceof TextQuery.All all) {
      for (int at = 0; at < all.parts().size(); ) {
        int length = lengthAt(all.parts(), at);
        if (length > 1) {
          add(joined(all.parts().subList(at, at + length)), found);
        }
        all.parts().subList(at, at + length).forEach(part -> collect(part, found));
        at += length;
      }
    } else if (query instanceof TextQuery.Any any) {
      any.parts().forEach(part -> collect(part, found));
    } else if (query instanceof TextQuery.Without without) {
      collect(without.part(), found);
    } else if (query instanceof TextQuery.In in) {
      collect(in.query(), found);
    }
  }

  private static void add(String term, List<Expansion> found) {
    List<String> also = Synonyms.shipped().of(term);
    if (!also.isEmpty()) {
      found.add(new Expansion(term, also));
    }
  }

  /** How many parts from there on are words that are a term of the set together; 1 where none. */
  static int lengthAt(List<TextQuery> parts, int at) {
    int end = at;
    while (end < parts.size()
        && parts.get(end) instanceof TextQuery.Word word
        && !word.isQuoted()) {
      end++;
    }
    return end == at
        ? 1
        : lengthAt(0, parts.subList(at, end).stream().map(Expansions::text).toList());
  }

  /** How many words from there on are a term of the set together; 1 where none are. */
  static int lengthAt(int at, List<String> words) {
    int most = Math.min(Synonyms.shipped().longestTerm(), words.size() - at);
    for (int length = most; length > 1; length--) {
      if (!Synonyms.shipped().of(String.join(" ", words.subList(at, at + length))).isEmpty()) {
        return length;
      }
    }
    return 1;
  }

  static String joined(List<TextQuery> words) {
    return words.stream().map(Expansions::text).collect(Collectors.joining(" "));
  }

  private static String text(TextQuery part) {
    return ((TextQuery.Word) part).text();
  }
}
