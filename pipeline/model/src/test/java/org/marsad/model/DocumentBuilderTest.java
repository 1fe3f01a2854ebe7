// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Stance;

class DocumentBuilderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

  /** Every part differs from every other of its type. */
  private static final Document WHOLE =
      Document.builder("id", "outlet-a", DocumentKind.ARTICLE, "Text", NOW, "reference")
          .url("https://outlet-a.example/1")
          .parentId("parent")
          .title("Title")
          .byline("Byline")
          .author("pseudonym")
          .published(NOW.minusSeconds(1))
          .declaredLanguage("fr")
          .section("society")
          .extractionMethod("json-ld")
          .charset("UTF-8")
          .assessment(assessment(Stance.NEUTRAL))
          .provenance(Provenance.of(new byte[0], Provenance.Robots.ALLOWED))
          .story(new Story("id", Story.Role.ORIGINAL, 1, null))
          .modified(NOW.minusSeconds(2))
          .datedBy(DatedBy.FEED)
          .build();

  @Test
  void everyPartLiesWhereItsNameSays() {
    assertThat(WHOLE)
        .isEqualTo(
            new Document(
                "id",
                "outlet-a",
                DocumentKind.ARTICLE,
                "https://outlet-a.example/1",
                "parent",
                "Title",
                "Text",
                "Byline",
                "pseudonym",
                NOW.minusSeconds(1),
                NOW,
                "fr",
                "society",
                "json-ld",
                "UTF-8",
                DocumentIds.contentHash("Title", "Text"),
                assessment(Stance.NEUTRAL),
                "reference",
                Provenance.of(new byte[0], Provenance.Robots.ALLOWED),
                new Story("id", Story.Role.ORIGINAL, 1, null),
                NOW.minusSeconds(2),
                DatedBy.FEED));
  }

  @Test
  void aCopyLosesNothing() {
    assertThat(WHOLE).hasNoNullFieldsOrProperties();
    assertThat(WHOLE.toBuilder().build()).isEqualTo(WHOLE);
  }

  @Test
  void onlyWhatIsNamedChanges() {
    Document judged = WHOLE.withAssessment(assessment(Stance.HOSTILE));

    assertThat(judged).isNotEqualTo(WHOLE);
    assertThat(judged.withAssessment(assessment(Stance.NEUTRAL))).isEqualTo(WHOLE);
  }

  @Test
  void anotherTitleIsAnotherContent() {
    Document renamed = WHOLE.toBuilder().title("Another").build();

    assertThat(renamed.contentHash()).isEqualTo(DocumentIds.contentHash("Another", "Text"));
  }

  private static Assessment assessment(Stance stance) {
    return new Assessment(
        true,
        "fr",
        List.of("fr"),
        true,
        0.9,
        stance,
        0.5,
        0.1,
        1,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "model-1",
        List.of(),
        "");
  }
}
