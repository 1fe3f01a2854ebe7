// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;

/** The exports of other tools, recognised by their columns. All accounts and texts are invented. */
class ProfileTest {
  private static final String BOM = "\uFEFF";
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(ArchiveRun.KEY);

  @TempDir Path folder;
  private ArchiveFiles files;

  @BeforeEach
  void setUp() {
    files = new ArchiveFiles(folder);
  }

  @Test
  void readsCrowdTanglesFacebookPosts() throws Exception {
    ArchiveRun run =
        read(
            "historical-report.csv",
            BOM
                + """
                Page Name,User Name,Facebook Id,Page Category,Post Created,Type,Total Interactions,\
                Likes,URL,Message,Link,Final Link,Image Text,Link Text,Description
                Radio Fictive,radiofictive,1001,NEWS_SITE,2021-03-04 12:33:02 EST,Link,"1,204",9,\
                https://www.facebook.com/1001/posts/2001,"Un texte
                sur deux ""lignes\""",https://a.example/1,,,Le titre,Le chapeau
                Someone Invented,someone.invented,1002,PERSON,2021-07-04 12:33:02 EDT,Status,3,1,\
                https://www.facebook.com/1002/posts/2002,a second text,,,,,
                Radio Fictive,radiofictive,1001,NEWS_SITE,2021-03-05 08:00:00 EST,Link,0,0,\
                https://www.facebook.com/1001/posts/2003,,https://a.example/2,,,Un titre partage,
                a row that breaks off
                """);

    assertThat(run.texts())
        .containsExactly("Un texte\nsur deux \"lignes\"", "a second text", "Un titre partage");
    RawDocument first = run.documents().get(0);
    assertThat(first.kind()).isEqualTo(DocumentKind.POST);
    assertThat(first.sourceId()).isEqualTo("Radio Fictive");
    assertThat(first.published()).isEqualTo(Instant.parse("2021-03-04T17:33:02Z"));
    assertThat(first.author()).isEqualTo(PSEUDONYMS.of("Radio Fictive", "1001"));
    assertThat(first.title()).isNull();
    RawDocument person = run.documents().get(1);
    assertThat(person.sourceId()).isEqualTo("historical-report");
    assertThat(person.published()).isEqualTo(Instant.parse("2021-07-04T16:33:02Z"));
    assertThat(run.faults()).containsExactly("too-few-columns historical-report.csv:5");
    assertThat(stored(run)).allSatisfy(document -> assertThat(document.url()).isNull());
  }

  @Test
  void readsCrowdTanglesInstagramPostsWithoutNamingTheAccount() throws Exception {
    ArchiveRun run =
        read(
            "instagram.csv",
            """
            Account;User Name;Followers at Posting;Post Created;Type;Total Interactions;Likes;URL;\
            Link;Photo;Title;Description
            An Account;an_account;10;2022-01-02 03:04:05 EST;Photo;7;7;\
            https://www.instagram.com/p/AbC123/;https://www.instagram.com/p/AbC123/;;;"une légende; \
            avec point-virgule"
            """);

    assertThat(run.texts()).containsExactly("une légende; avec point-virgule");
    RawDocument post = run.documents().get(0);
    assertThat(post.sourceId()).isEqualTo("instagram");
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("instagram", "an_account"));
    assertThat(stored(run).get(0).url()).isEqualTo("https://www.instagram.com/p/AbC123/");
  }

  @Test
  void readsTheMetaContentLibrary() throws Exception {
    ArchiveRun run =
        read(
            "mcl.csv",
            BOM
                + """
                id,creation_time,modified_time,lang,post_owner.type,post_owner.id,post_owner.name,\
                post_owner.username,text,mcl_url,statistics.like_count
                501,2024-05-01T10:00:00+00:00,,ar,facebook_page,11,جريدة خيالية,fictive,"نص أول
                في سطرين",https://content.example/501,4
                502,2024-05-01 11:00:00,,fr,facebook_profile,12,Quelqu Un,quelquun,un texte,,1
                503,2024-05-01 11:00:00,,fr,facebook_profile,12,Quelqu Un,quelquun,,,1
                """);

    RawDocument page = run.documents().get(0);
    assertThat(page.nativeId()).isEqualTo("501");
    assertThat(page.text()).isEqualTo("نص أول\nفي سطرين");
    assertThat(page.published()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
    assertThat(page.language()).isEqualTo("ar");
    assertThat(page.sourceId()).isEqualTo("جريدة خيالية");
    RawDocument person = run.documents().get(1);
    assertThat(person.sourceId()).isEqualTo("mcl");
    assertThat(person.author()).isEqualTo(PSEUDONYMS.of("mcl", "12"));
    assertThat(person.published()).isEqualTo(Instant.parse("2024-05-01T11:00:00Z"));
    assertThat(run.faults()).containsExactly("no-text mcl.csv:4");
    assertThat(run.toString()).doesNotContain("Quelqu", "quelquun");
  }

  @Test
  void readsFourCatsThreadsAsPostsAndTheirAnswersAsComments() throws Exception {
    ArchiveRun run =
        read(
            "4cat-export.csv",
            """
            id,thread_id,timestamp,unix_timestamp,link,body,author,author_fullname,author_id,source,\
            language_guess
            7001,7001,2024-05-01 10:00:00,1714557600,https://x.com/some_one/status/7001,"un mot,
            puis un autre",some_one,Some One,91,An App for Phones,fr
            7002,7001,2024-05-01 10:05:00,,https://x.com/an_other/status/7002,une réponse,an_other,\
            An Other,92,An App for Phones,fr
            """);

    RawDocument post = run.documents().get(0);
    RawDocument answer = run.documents().get(1);
    assertThat(post.kind()).isEqualTo(DocumentKind.POST);
    assertThat(answer.kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(post.published()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
    assertThat(answer.published()).isEqualTo(Instant.parse("2024-05-01T10:05:00Z"));
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("4cat-export", "91"));
    assertThat(post.sourceId()).isEqualTo("4cat-export");
    assertThat(stored(run))
        .extracting(Document::url)
        .containsExactly("https://x.com/i/status/7001", "https://x.com/i/status/7002");
    assertThat(stored(run).get(1).parentId()).isEqualTo(stored(run).get(0).id());
    assertThat(stored(run).toString()).doesNotContain("some_one", "Some One", "an_other");
  }

  @Test
  void readsFourCatsCommentsOnTikTok() throws Exception {
    ArchiveRun run =
        read(
            "comments.csv",
            """
            id,thread_id,author,author_full,body,timestamp,unix_timestamp,post_id,post_url,post_body,\
            comment_url,is_comment_on_comment,language_guess
            31,31,some.one,Some One,un commentaire,2024-05-01 10:00:00,1714557600,21,\
            https://m.tiktok.example/v/21,Le titre,https://m.tiktok.example/v/21.html,no,fr
            """);

    RawDocument comment = run.documents().get(0);
    assertThat(comment.kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(comment.parentUrl()).isEqualTo("https://m.tiktok.example/v/21");
    assertThat(comment.text()).isEqualTo("un commentaire");
  }

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
  void leavesAloneWhatItDoesNotRecogniseOrIsToldOtherwise() throws Exception {
    String content = "id,thread_id,timestamp,body,author,other\n1,9,2024-05-01 10:00:00,text,a,b\n";

    assertThat(read("a.csv", content).documents().get(0).kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(read("b.csv", content.replace("thread_id", "tid")).documents().get(0).kind())
        .isEqualTo(DocumentKind.POST);
    RawDocument told = read(FieldMapping.parse("text=other"), content);
    assertThat(told.text()).isEqualTo("b");
    assertThat(told.kind()).isEqualTo(DocumentKind.POST);
  }

  @Test
  void aMappingChangesSingleColumnsOfAProfile() throws Exception {
    FieldMapping mapping = FieldMapping.parse("text=other").over(Profile.of("4CAT").mapping());

    RawDocument document =
        read(mapping, "id,thread_id,timestamp,body,other\n1,9,2024-05-01 10:00:00,text,this\n");

    assertThat(document.text()).isEqualTo("this");
    assertThat(document.kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(document.published()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
  }

  @Test
  void aProfileMayBeAFileOfTheUsersOwn() throws Exception {
    Path own =
        files.write(
            "own.yaml",
            """
            kind: comment
            fields:
              text: corps
              url: "https://forum.example/{sujet}#c{nr}"
            variants:
              - column: type
                values: [fil]
                kind: post
            """);
    FieldMapping mapping = Profile.of(own.toString()).mapping();

    RawDocument post = read(mapping, "corps,sujet,nr,type\nun texte,12,3,FIL\n");
    RawDocument comment = read(mapping, "corps,sujet,nr,type\nun texte,12,,\n");

    assertThat(post.kind()).isEqualTo(DocumentKind.POST);
    assertThat(post.url()).isEqualTo("https://forum.example/12#c3");
    assertThat(comment.kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(comment.url()).isNull();
  }

  @Test
  void namesAllFaultsOfAProfile() throws Exception {
    Path own =
        files.write(
            "own.yaml", "kind: letter\nfeilds: {}\nfields:\n  texte: corps\n  published: 7\n");

    assertThatThrownBy(() -> Profile.of(own.toString()))
        .hasMessageContaining("own.yaml")
        .hasMessageContaining("\"letter\" is not one of article, comment, post")
        .hasMessageContaining("unknown key feilds")
        .hasMessageContaining("unknown field \"texte\"")
        .hasMessageContaining("fields.published must be a text or a list of texts")
        .hasMessageContaining("where the text is");
    assertThatThrownBy(() -> Profile.of("crowdtangel"))
        .hasMessageContaining("4cat, crowdtangle, meta-content-library, zeeschuimer");
  }

  private static String line(String platform, String id, String data) {
    return "{\"nav_index\":\"1\",\"item_id\":\""
        + id
        + "\",\"timestamp_collected\":1714560000000,\"source_platform\":\""
        + platform
        + "\",\"source_platform_url\":\"https://platform.example/\",\"source_url\":\"\",\"data\":"
        + data
        + "}";
  }

  private ArchiveRun read(String name, String... lines) throws Exception {
    return ArchiveRun.of(ArchiveFiles.read(files.write(name, String.join("\n", lines))));
  }

  private RawDocument read(FieldMapping mapping, String table) throws Exception {
    Path file = files.write("told.csv", table);
    ArchiveInput input = new ArchiveInput(List.of(file), null, mapping, null, null);
    return ArchiveRun.of(ArchiveFiles.read(input)).documents().get(0);
  }

  private static List<Document> stored(ArchiveRun run) {
    DocumentExtractor extractor = new DocumentExtractor(new ArticleExtractor());
    return run.documents().stream().map(raw -> document(extractor, raw)).toList();
  }

  private static Document document(DocumentExtractor extractor, RawDocument raw) {
    @Nullable Document document = extractor.extract(raw).document();
    assertThat(document).isNotNull();
    return document;
  }
}
