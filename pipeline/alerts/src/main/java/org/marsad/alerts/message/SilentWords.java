// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which sources are silent, so that what they may have published is not taken for nothing. */
final class SilentWords {
  private static final int MOST_SOURCES = 20;

  private final Catalogue words;
  private final ExplanationWords explained;

  SilentWords(Catalogue words, ExplanationWords explained) {
    this.words = words;
    this.explained = explained;
  }

  /**
   * @param key of the sentence, which takes the sources
   * @param sources by id
   * @return empty where there are none
   */
  Optional<String> of(String key, List<String> sources) {
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    List<String> named =
        sources.stream()
            .limit(MOST_SOURCES)
            .map(id -> Isolation.within(words.rightToLeft(), explained.source(id)))
            .toList();
    String more =
        sources.size() > MOST_SOURCES ? " (+" + (sources.size() - MOST_SOURCES) + ")" : "";
    return Optional.of(words.text(key, Map.of("sources", words.list(named) + more)));
  }
}
