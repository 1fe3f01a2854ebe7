// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Voice;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance;
import org.marsad.model.Story;

/**
 * Made-up documents of made-up outlets. The word "zarfling" stands for a slur: it has no meaning.
 */
public final class SampleDocuments {
  public static final String MASKED_ID = "masked";
  public static final String SLUR = "zarfling";

  /** What the pseudonyms of private authors begin with. */
  public static final String AUTHOR = "pseudonym-of-reader-";

  /** Of a story that two outlets told; edited once. */
  public static final String EDITED_ID = "report-41-1";

  /** The story that it tells. */
  public static final String STORY_ID = "report-41-0";

  public static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private static final int DAYS = 60;
  public static final LocalDate FIRST_DAY =
      LocalDate.ofInstant(TODAY.minus(Duration.ofDays(DAYS)), ZoneOffset.UTC);

  private SampleDocuments() {}

  /**
   * Sixty days of news with a gap of three, and a week in which hostility rises. One outlet is
   * heard no more in the last days.
   */
  public static List<Document> documents() {
    List<Document> documents = new ArrayList<>(special());
    for (int day = 0; day < DAYS; day++) {
      if (day >= 20 && day < 23) {
        continue;
      }
      Instant at = TODAY.minus(Duration.ofDays(DAYS - day)).plus(Duration.ofHours(12));
      boolean isRising = day > 40 && day < 48;
      for (int n = 0; n < 4 + day % 3 && day < DAYS - SampleSources.REFUSED_DAYS; n++) {
        documents.add(ordinary(day, n, at));
      }
      add(documents, "hostile", day, isRising ? 4 : day % 4 == 0 ? 1 : 0, at, Stance.HOSTILE);
      add(
          documents,
          "report",
          day,
          isRising ? 2 : day % 5 == 0 ? 1 : 0,
          at,
          Stance.REPORT_ON_HOSTILITY);
      add(documents, "support", day, day % 3 == 0 ? 1 : 0, at, Stance.SUPPORTIVE);
      add(documents, "neutral", day, 1 + day % 2, at, Stance.NEUTRAL);
    }
    return documents;
  }

  /** What one of them says after its outlet has changed it. */
  public static Document edited() {
    return document(
            EDITED_ID,
            "outlet-b",
            DocumentKind.ARTICLE,
            "Quartier : ce qui se dit, mis à jour",
            "Une association dénonce des propos hostiles contre des migrants à Casablanca et à"
                + " Fès.",
            TODAY.minus(Duration.ofDays(DAYS - 41)).plus(Duration.ofHours(12)).plusSeconds(60),
            SampleAssessments.assessment("fr", Stance.REPORT_ON_HOSTILITY, 0, List.of(), List.of()))
        .withStory(new Story("report-41-0", Story.Role.COPY, 0.94, "MAP"));
  }

  private static void add(
      List<Document> documents, String name, int day, int count, Instant at, Stance stance) {
    for (int n = 0; n < count; n++) {
      String text =
          switch (stance) {
            case HOSTILE -> "Ils profitent de nos aides. Les migrants doivent quitter le quartier.";
            case REPORT_ON_HOSTILITY ->
                "Une association dénonce des propos racistes contre des migrants à Casablanca.";
            case SUPPORTIVE ->
                "Les voisins ont aidé les familles migrantes à inscrire leurs enfants.";
            default -> "Le ministère publie les chiffres de la régularisation des migrants.";
          };
      int sentence = text.indexOf(". ") > 0 ? text.indexOf(". ") + 2 : 0;
      String label =
          switch (stance) {
            case HOSTILE -> "HOSTILE";
            case REPORT_ON_HOSTILITY -> "REPORT";
            default -> "SUPPORTIVE";
          };
      List<Evidence> evidence =
          stance == Stance.NEUTRAL
              ? List.of()
              : List.of(new Evidence(sentence, text.length(), label, 0.81, Voice.AUTHOR));
      Document document =
          document(
              name + "-" + day + "-" + n,
              n % 2 == 0 ? "outlet-a" : "outlet-b",
              stance == Stance.HOSTILE ? DocumentKind.COMMENT : DocumentKind.ARTICLE,
              stance == Stance.HOSTILE ? null : "Quartier : ce qui se dit (" + day + ")",
              text,
              at.plus(Duration.ofMinutes(n)),
              SampleAssessments.assessment(
                  "fr", stance, stance == Stance.HOSTILE ? 2 : 0, evidence, List.of()));
      if (stance == Stance.HOSTILE) {
        document = document.toBuilder().author(AUTHOR + n).build();
      }
      Story.Role role = n == 0 ? Story.Role.ORIGINAL : Story.Role.COPY;
      documents.add(
          stance == Stance.REPORT_ON_HOSTILITY
              ? document.withStory(new Story(name + "-" + day + "-0", role, 1, "MAP"))
              : document);
    }
  }

  private static Document ordinary(int day, int n, Instant at) {
    return document(
        "news-" + day + "-" + n,
        "outlet-c",
        DocumentKind.ARTICLE,
        "Les travaux du tramway avancent",
        "La ligne doit ouvrir au printemps, selon la commune.",
        at,
        SampleAssessments.assessment("fr", null, 0, List.of(), List.of()));
  }

  private static List<Document> special() {
    String hostile =
        "Some neighbours speak of a festival. A reader calls them zarfling and asks them to leave."
            + "\nNobody at the festival of migrants agreed with that.";
    int slur = hostile.indexOf(SLUR);
    String arabic =
        "نظمت جمعية في الدار البيضاء لقاءً بين سكان الحي والمهاجرين القادمين من جنوب الصحراء."
            + "\nوقال المشاركون إن أبناء المهاجرين يدرسون مع أبنائهم في المدرسة نفسها.";
    int meeting = arabic.indexOf("لقاءً");
    Instant recent = TODAY.minus(Duration.ofHours(3));
    return List.of(
        document(
                MASKED_ID,
                "outlet-b",
                DocumentKind.COMMENT,
                "The Zarfling question",
                hostile,
                recent,
                SampleAssessments.assessment(
                    "en",
                    Stance.HOSTILE,
                    4,
                    List.of(
                        new Evidence(
                            slur, slur + SLUR.length(), "SLUR", 0.97, Voice.QUOTED_NEUTRAL),
                        new Evidence(
                            hostile.indexOf("A reader"),
                            hostile.indexOf("\n"),
                            "HOSTILE",
                            0.88,
                            Voice.QUOTED_NEUTRAL)),
                    List.of(Frame.SLUR, Frame.EXPEL)))
            .toBuilder()
            .author(AUTHOR + "masked")
            .build(),
        document(
            "arabic",
            "outlet-d",
            DocumentKind.ARTICLE,
            "لقاء بين سكان الحي والمهاجرين",
            arabic,
            recent.minusSeconds(600),
            SampleAssessments.assessment(
                "arb",
                Stance.SUPPORTIVE,
                0,
                List.of(
                    new Evidence(meeting, arabic.indexOf("."), "SUPPORTIVE", 0.9, Voice.AUTHOR)),
                List.of(Frame.SOLIDARITY))),
        document(
            "script",
            "outlet-a",
            DocumentKind.ARTICLE,
            "<img src=x onerror=alert(1)> migrants",
            "<script>alert('migrants')</script>",
            recent.minusSeconds(700),
            SampleAssessments.assessment("fr", Stance.NEUTRAL, 0, List.of(), List.of())),
        document(
            "turned",
            "outlet-a",
            DocumentKind.ARTICLE,
            "\u202Emigrants \u2067turned\u200F",
            "Text \u202Eof migrants\u202C turned by marks.",
            recent.minusSeconds(750),
            SampleAssessments.assessment(
                "fr",
                Stance.NEUTRAL,
                0,
                List.of(new Evidence(6, 17, "BORDER", 0.5, Voice.AUTHOR)),
                List.of(Frame.BORDER))),
        undated(),
        document(
            "unread",
            "outlet-d",
            DocumentKind.ARTICLE,
            "Text in a language without a model",
            "Ein Text über den Hafen.",
            recent.minusSeconds(800),
            SampleAssessments.unclassified()));
  }

  private static Document undated() {
    String text = "Une note sans date sur les migrants.";
    return Document.builder("undated", "import", DocumentKind.POST, text, TODAY, "texts.jsonl:1")
        .assessment(SampleAssessments.assessment("fr", Stance.NEUTRAL, 0, List.of(), List.of()))
        .build();
  }

  public static Document document(
      String id,
      String source,
      DocumentKind kind,
      @Nullable String title,
      String text,
      Instant published,
      Assessment assessment) {
    String url = "https://" + source + ".example/" + id;
    return Document.builder(id, source, kind, text, published, url)
        .author(kind == DocumentKind.ARTICLE ? null : author(id))
        .url(url)
        .title(title)
        .published(published)
        .extractionMethod("json-ld")
        .charset("UTF-8")
        .assessment(assessment)
        .provenance(captured(url))
        .build();
  }

  /** One of eight people, by the id of what they wrote. */
  private static String author(String id) {
    return "author-" + Math.floorMod(id.hashCode(), 8);
  }

  private static Provenance captured(String url) {
    return Provenance.of(url.getBytes(StandardCharsets.UTF_8), Provenance.Robots.ALLOWED)
        .keptIn("sample-00001.warc.gz", "urn:uuid:00000000-0000-4000-8000-000000000001");
  }
}
