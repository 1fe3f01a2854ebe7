// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Theme;
import org.marsad.classifiers.Voice;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Rejection;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;
import org.marsad.model.Story;

/**
 * Made-up documents of made-up outlets. The word "zarfling" stands for a slur: it has no meaning.
 */
final class SampleDocuments {
  static final String MASKED_ID = "masked";
  static final String SLUR = "zarfling";
  private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private static final int DAYS = 60;

  private SampleDocuments() {}

  static List<IndexEntry> all() {
    List<IndexEntry> entries = new ArrayList<>();
    documents().forEach(document -> entries.add(IndexEntry.of(document)));
    health().forEach(health -> entries.add(IndexEntry.of(health)));
    rejections().forEach(rejection -> entries.add(IndexEntry.of(rejection)));
    return entries;
  }

  /** Sixty days of news with a gap of three, and a week in which hostility rises. */
  static List<Document> documents() {
    List<Document> documents = new ArrayList<>(special());
    for (int day = 0; day < DAYS; day++) {
      if (day >= 20 && day < 23) {
        continue;
      }
      Instant at = TODAY.minus(Duration.ofDays(DAYS - day)).plus(Duration.ofHours(12));
      boolean isRising = day > 40 && day < 48;
      for (int n = 0; n < 4 + day % 3; n++) {
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
              assessment("fr", stance, stance == Stance.HOSTILE ? 2 : 0, evidence, List.of()));
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
        assessment("fr", null, 0, List.of(), List.of()));
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
            assessment(
                "en",
                Stance.HOSTILE,
                4,
                List.of(
                    new Evidence(slur, slur + SLUR.length(), "SLUR", 0.97, Voice.QUOTED_NEUTRAL),
                    new Evidence(
                        hostile.indexOf("A reader"),
                        hostile.indexOf("\n"),
                        "HOSTILE",
                        0.88,
                        Voice.QUOTED_NEUTRAL)),
                List.of(Frame.SLUR, Frame.EXPEL))),
        document(
            "arabic",
            "outlet-d",
            DocumentKind.ARTICLE,
            "لقاء بين سكان الحي والمهاجرين",
            arabic,
            recent.minusSeconds(600),
            assessment(
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
            assessment("fr", Stance.NEUTRAL, 0, List.of(), List.of())),
        document(
            "turned",
            "outlet-a",
            DocumentKind.ARTICLE,
            "\u202Emigrants \u2067turned\u200F",
            "Text \u202Eof migrants\u202C turned by marks.",
            recent.minusSeconds(750),
            assessment(
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
            unclassified()));
  }

  private static Document undated() {
    String text = "Une note sans date sur les migrants.";
    return Document.builder(
            "undated", "import", DocumentKind.POST, text, TODAY, "texts.jsonl:1")
        .assessment(assessment("fr", Stance.NEUTRAL, 0, List.of(), List.of()))
        .build();
  }

  static Document document(
      String id,
      String source,
      DocumentKind kind,
      @Nullable String title,
      String text,
      Instant published,
      Assessment assessment) {
    String url = "https://" + source + ".example/" + id;
    return Document.builder(id, source, kind, text, published, url)
        .url(url)
        .title(title)
        .published(published)
        .extractionMethod("json-ld")
        .charset("UTF-8")
        .assessment(assessment)
        .build();
  }

  static Assessment assessment(
      String language,
      @Nullable Stance stance,
      int intensity,
      List<Evidence> evidence,
      List<Frame> frames) {
    boolean relevant = stance != null;
    return new Assessment(
        true,
        language,
        List.of(language),
        relevant,
        relevant ? 0.94 : 0.03,
        stance,
        stance == Stance.HOSTILE ? 0.87 : 0.06,
        0.2,
        intensity,
        relevant ? List.of(Target.SSA_BLACK, Target.MIGRANT_GENERIC) : List.of(),
        frames,
        relevant ? List.of(Theme.HOUSING) : List.of(),
        List.of("casablanca"),
        List.of(),
        evidence,
        "sample-1",
        relevant ? List.of(NewsFlag.NUMBERS_ALARM) : List.of(),
        relevant ? "a sample, target SSA_BLACK" : "not relevant: no group named");
  }

  static Assessment unclassified() {
    return new Assessment(
        false,
        "und",
        List.of("und"),
        false,
        0.5,
        null,
        0.5,
        0.5,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "sample-1",
        List.of(),
        "not classified: language not supported");
  }

  private static List<SourceHealth> health() {
    Instant now = Instant.now();
    return List.of(
        health("a", SourceState.OK, 200, null, now, 120),
        health(
            "b",
            SourceState.FAILING,
            502,
            "The server answers 502; it is asked again in 30 min.",
            now,
            61),
        health(
            "c",
            SourceState.REFUSED,
            null,
            "robots.txt refuses this path; it is left alone.",
            now,
            0),
        health("d", SourceState.THROTTLED, 429, "Asked to come back in an hour.", now, 14),
        health("e", SourceState.OFF, null, "Set MARSAD_E_KEY, and start again.", now, 0));
  }

  private static SourceHealth health(
      String letter,
      SourceState state,
      @Nullable Integer status,
      @Nullable String message,
      Instant now,
      long items) {
    boolean ok = state == SourceState.OK;
    return new SourceHealth(
        "outlet-" + letter + "/feed",
        "outlet-" + letter,
        "Outlet " + letter.toUpperCase(Locale.ROOT),
        "https://outlet-" + letter + ".example/feed",
        state,
        status,
        message,
        now.minusSeconds(120),
        ok ? now.minusSeconds(120) : null,
        items == 0 ? null : now.minusSeconds(7000),
        now.plusSeconds(900),
        items,
        ok ? 0 : 3,
        activity(state, now));
  }

  private static SourceActivity activity(SourceState state, Instant now) {
    boolean refused = state == SourceState.REFUSED;
    return new SourceActivity(
        "FEED",
        refused ? null : 7.5,
        state == SourceState.FAILING ? now.minus(3, ChronoUnit.DAYS) : null,
        refused ? now.minus(9, ChronoUnit.DAYS) : null,
        refused ? "Disallow: /feed" : null,
        TODAY.toString().substring(0, 10),
        Map.of("200", 12, "404", 1),
        4,
        1,
        1);
  }

  private static List<Rejection> rejections() {
    return List.of(
        new Rejection(
            "outlet-a",
            Stage.EXTRACT,
            "no-text",
            "The page holds no text that can be told from its frame.",
            "https://outlet-a.example/gallery",
            Instant.now().minusSeconds(400)),
        new Rejection(
            "import",
            Stage.PARSE,
            "malformed-json",
            "Line 7 is no JSON object: check that the file has one object a line.",
            "texts.jsonl:7",
            Instant.now().minusSeconds(90)));
  }
}
