// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorshipTest {
  private final List<Document> documents = new ArrayList<>();

  @Test
  void peopleCountFromFiveOnAndOutletsAlways() {
    add(DocumentKind.ARTICLE, null);
    for (int person = 0; person < 4; person++) {
      add(DocumentKind.COMMENT, "person-" + person);
      add(DocumentKind.POST, "person-" + person);
    }
    assertThat(Authorship.told(documents)).isEqualTo(1);

    add(DocumentKind.COMMENT, "person-4");
    assertThat(Authorship.told(documents)).isEqualTo(10);
  }

  @Test
  void anUnsignedTextIsAPersonsAndASignedArticleIsNoOutlets() {
    for (int text = 0; text < 4; text++) {
      add(DocumentKind.COMMENT, null);
    }
    assertThat(Authorship.told(documents)).isZero();

    add(DocumentKind.ARTICLE, "person");
    assertThat(Authorship.told(documents)).isEqualTo(5);
  }

  private void add(DocumentKind kind, @Nullable String author) {
    String id = "d" + documents.size();
    documents.add(
        Document.builder(id, "source", kind, "text", Instant.EPOCH, "file:" + id)
            .author(author)
            .build());
  }
}
