// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;

/** Items that Zeeschuimer collected, also as 4CAT gives them. All accounts are invented. */
class ZeeschuimerTest extends FileImport {
  @Test
  void readsZeeschuimersPlatformsEachByItsOwnFields() throws Exception {
    ArchiveRun run =
        read(
            "zeeschuimer-export.ndjson",
            line(
                "tiktok.com",
                "81",
                """
                {"id":"81","desc":"une vidéo","createTime":1714557600,"textLanguage":"fr",\
                "author":{"id":"601","uniqueId":"some.one","nickname":"Some One"}}"""),
            line(
                "tiktok-comments",
                "82",
                """
                {"cid":"82","text":"un commentaire","create_time":1714557600,"aweme_id":"81",\
                "user":{"uid":"602","unique_id":"an.other"}}"""),
            line(
                "instagram.com",
                "83_1",
                """
                {"pk":"83","code":"XyZ","taken_at":1714557600,"caption":{"text":"une photo"},\
                "user":{"pk":"603","username":"some_one"}}"""),
            "{\"item_id\":\"broken\",",
            line(
                "twitter.com",
                "84",
                """
                {"rest_id":"84","legacy":{"full_text":"un mot","user_id_str":"604","lang":"fr",\
                "created_at":"Wed May 01 10:00:00 +0000 2024","conversation_id_str":"80",\
                "in_reply_to_status_id_str":"80"}}"""),
            line("gab.com", "85", "{\"id\":\"85\",\"content\":\"autre chose\"}"));

    assertThat(run.texts())
        .containsExactly("une vidéo", "un commentaire", "une photo", "un mot", "autre chose");
    assertThat(run.documents())
        .extracting(RawDocument::kind)
        .containsExactly(
            DocumentKind.POST,
            DocumentKind.COMMENT,
            DocumentKind.POST,
            DocumentKind.COMMENT,
            DocumentKind.POST);
    assertThat(run.documents())
        .extracting(RawDocument::sourceId)
        .containsExactly(
            "tiktok.com", "tiktok-comments", "instagram.com", "twitter.com", "gab.com");
    assertThat(run.documents().subList(0, 4))
        .extracting(RawDocument::published)
        .containsOnly(Instant.parse("2024-05-01T10:00:00Z"));
    assertThat(run.documents())
        .extracting(RawDocument::author)
        .containsExactly(
            PSEUDONYMS.of("tiktok.com", "601"),
            PSEUDONYMS.of("tiktok-comments", "602"),
            PSEUDONYMS.of("instagram.com", "603"),
            PSEUDONYMS.of("twitter.com", "604"),
            null);
    assertThat(run.documents().get(3).parentUrl()).isEqualTo("https://x.com/i/status/80");
    assertThat(run.faults()).containsExactly("malformed-json zeeschuimer-export.ndjson:4");
    assertThat(run.toString()).doesNotContain("some.one", "some_one", "an.other");
    assertThat(stored(run))
        .extracting(Document::url)
        .containsExactly(
            null, null, "https://www.instagram.com/p/XyZ/", "https://x.com/i/status/84", null);
  }

  @Test
  void readsWhatFourCatTurnedInsideOut() throws Exception {
    String tiktok =
        insideOut(
            "tiktok.com",
            "81",
            """
            "id":"81","desc":"une vidéo","createTime":1714557600,"textLanguage":"fr",\
            "author":{"id":"601","uniqueId":"some.one"}""");
    String x =
        insideOut(
            "x.com",
            "84",
            """
            "rest_id":"84","legacy":{"full_text":"un mot","user_id_str":"604","lang":"fr",\
            "created_at":"Wed May 01 10:00:00 +0000 2024","conversation_id_str":"84"}""");
    String leftOut =
        insideOut(
            "tiktok.com",
            "82",
            "\"id\":\"82\",\"desc\":\"autre\",\"author\":{\"id\":\"REDACTED\"}");
    Path file = files.write("4cat.ndjson", String.join("\n", tiktok, x, leftOut));

    for (FieldMapping mapping : List.of(FieldMapping.USUAL, Profile.of("4cat").mapping())) {
      ArchiveRun run = read(mapping, file);

      assertThat(run.faults()).isEmpty();
      assertThat(run.texts()).containsExactly("une vidéo", "un mot", "autre");
      assertThat(run.documents())
          .extracting(RawDocument::sourceId)
          .containsExactly("tiktok.com", "x.com", "tiktok.com");
      assertThat(run.documents())
          .extracting(RawDocument::author)
          .containsExactly(PSEUDONYMS.of("tiktok.com", "601"), PSEUDONYMS.of("x.com", "604"), null);
      assertThat(run.documents().subList(0, 2))
          .extracting(RawDocument::published)
          .containsOnly(Instant.parse("2024-05-01T10:00:00Z"));
      assertThat(run.toString()).doesNotContain("some.one");
    }
  }

  @Test
  void readsFacebookAndCommentsOnX() throws Exception {
    ArchiveRun run =
        read(
            "more.ndjson",
            line(
                "facebook.com",
                "S:_I605:VK:86",
                """
                {"id":"S:_I605:VK:86","comet_sections":{"content":{"story":{"post_id":"86",\
                "wwwURL":"https://www.facebook.com/some.one/posts/86",\
                "message":{"text":"un billet"},"actors":[{"id":"605","name":"Some One"}]}},\
                "context_layout":{"story":{"comet_sections":{"metadata":[{},\
                {"story":{"creation_time":1714557600}}]}}}}}"""),
            line(
                "twitter-comments",
                "87",
                """
                {"comment_id":"87","post_id":"84","text":"une réponse",\
                "user":{"id":"606","unique_id":"an_other"},"legacy":{"lang":"fr",\
                "created_at":"Wed May 01 10:00:00 +0000 2024"}}"""));

    assertThat(run.texts()).containsExactly("un billet", "une réponse");
    assertThat(run.documents())
        .extracting(RawDocument::kind)
        .containsExactly(DocumentKind.POST, DocumentKind.COMMENT);
    assertThat(run.documents())
        .extracting(RawDocument::published)
        .containsOnly(Instant.parse("2024-05-01T10:00:00Z"));
    assertThat(run.documents().get(1).parentUrl()).isEqualTo("https://x.com/i/status/84");
    assertThat(stored(run))
        .extracting(Document::url)
        .containsExactly(null, "https://x.com/i/status/87");
    assertThat(run.toString()).doesNotContain("some.one", "Some One", "an_other");
  }

  private static String line(String platform, String id, String data) {
    return "{" + envelope(platform, id) + ",\"data\":" + data + "}";
  }

  /** As 4CAT writes what it has from Zeeschuimer. */
  private static String insideOut(String platform, String id, String fields) {
    return "{" + fields + ",\"__import_meta\":{" + envelope(platform, id) + "}}";
  }

  private static String envelope(String platform, String id) {
    return "\"nav_index\":\"1\",\"item_id\":\""
        + id
        + "\",\"timestamp_collected\":1714560000000,\"source_platform\":\""
        + platform
        + "\",\"source_platform_url\":\"https://platform.example/\",\"source_url\":\"\"";
  }
}
