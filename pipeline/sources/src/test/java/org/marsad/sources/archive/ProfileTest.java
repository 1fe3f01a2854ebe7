// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;

/** What an export is recognised by, and how that is changed. */
class ProfileTest extends FileImport {
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
}
