// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;

/** CrowdTangle and the Meta Content Library. All accounts and texts are invented. */
class MetaExportsTest extends FileImport {
  private static final String BOM = "\uFEFF";

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
  void readsAPersonsPostInAGroupAsTheGroups() throws Exception {
    ArchiveRun run =
        read(
            "mcl.csv",
            "id,creation_time,post_owner.type,post_owner.id,post_owner.name,surface.type,surface.id,"
                + "surface.name,text",
            "504,2024-05-01T10:00:00+00:00,facebook_profile,12,Quelqu Un,facebook_group,77,"
                + "Groupe Fictif,un texte");

    RawDocument post = run.documents().get(0);
    assertThat(post.sourceId()).isEqualTo("Groupe Fictif");
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("Groupe Fictif", "12"));
    assertThat(run.toString()).doesNotContain("Quelqu");
  }
}
