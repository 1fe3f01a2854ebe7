// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;

/** 4CAT's tables. All accounts and texts are invented. */
class FourCatTest extends FileImport {
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
  void anAuthorThatWasLeftOutIsNobody() throws Exception {
    ArchiveRun run =
        read(
            "4cat.csv",
            "id,thread_id,timestamp,body,author,author_id",
            "1,1,2024-05-01 10:00:00,un texte,REDACTED,REDACTED");

    assertThat(run.documents().get(0).author()).isNull();
  }
}
