// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/** Articles of made-up words, for tests. */
final class Articles {
  private static final Instant CAPTURED = Instant.parse("2026-03-02T10:15:30Z");
  private static final int WORDS = 80;
  private static final int VOCABULARY = 5_000;

  private Articles() {}

  /** Articles of one seed have one text. */
  static Document article(String id, long seed) {
    return document(id, seed, DocumentKind.ARTICLE);
  }

  static Document document(String id, long seed, DocumentKind kind) {
    String text =
        new Random(seed)
            .ints(WORDS, 0, VOCABULARY)
            .mapToObj(word -> "w" + Integer.toString(word, Character.MAX_RADIX))
            .collect(Collectors.joining(" "));
    return Document.builder(id, "outlet-" + id, kind, text, CAPTURED, id)
        .url("https://outlet.example/" + id)
        .published(CAPTURED)
        .build();
  }

  /** Of its own title and words, with many figures and two places: 25 keys lead to it. */
  static Document report(long number) {
    String words = article("", number).text() + " " + article("", -1 - number).text();
    String facts =
        "A Tanger et Nador, %d et %d. ".formatted(1_000_000 + number, 3_000_000 + number);
    String id = "r" + number;
    return Document.builder(id, "outlet", DocumentKind.ARTICLE, facts + words, CAPTURED, id)
        .title("Report of the council number " + number)
        .published(CAPTURED)
        .build();
  }
}
