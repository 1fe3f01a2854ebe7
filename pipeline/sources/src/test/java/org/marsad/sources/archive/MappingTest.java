// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;

class MappingTest extends FileImport {
  @Test
  void knowsTheUsualNames() throws Exception {
    RawDocument document =
        first(
            "export.jsonl",
            """
            {"ID":7,"Link":"https://a.example/1","headline":"H","articleBody":"B",\
            "created_at":"2024-05-01T10:00:00Z","username":"a name","lang":"fr",\
            "outlet":"a.example","kind":"post","tags":["x"],"byline":null}\
            """);

    assertThat(document.nativeId()).isEqualTo("7");
    assertThat(document.url()).isEqualTo("https://a.example/1");
    assertThat(document.title()).isEqualTo("H");
    assertThat(document.text()).isEqualTo("B");
    assertThat(document.published()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
    assertThat(document.author()).hasSize(64).doesNotContain("name");
    assertThat(document.language()).isEqualTo("fr");
    assertThat(document.sourceId()).isEqualTo("a.example");
    assertThat(document.kind()).isEqualTo(DocumentKind.POST);
    assertThat(document.byline()).isNull();
  }

  @Test
  void mapsNamesAndPaths() throws Exception {
    Path file =
        files.write(
            "export.jsonl", "{\"text\":\"not\",\"post\":{\"Body\":\"this\"},\"user\":{\"id\":5}}");
    FieldMapping mapping = FieldMapping.parse("text=post.Body, author=user.id");

    RawDocument document =
        ArchiveRun.of(
                ArchiveFiles.read(
                    new ArchiveInput(List.of(file), null, mapping, "mine", DocumentKind.COMMENT)))
            .documents()
            .get(0);

    assertThat(document.text()).isEqualTo("this");
    assertThat(document.author()).isNotNull();
    assertThat(document.sourceId()).isEqualTo("mine");
    assertThat(document.kind()).isEqualTo(DocumentKind.COMMENT);
  }

  @Test
  void whatTheUserSaysTakesThePlaceOfWhatARecordSays() throws Exception {
    Path file = files.write("a.jsonl", "{\"text\":\"t\",\"source\":\"own\",\"kind\":\"post\"}");

    RawDocument document =
        ArchiveRun.of(
                ArchiveFiles.read(
                    new ArchiveInput(
                        List.of(file), null, FieldMapping.USUAL, "mine", DocumentKind.ARTICLE)))
            .documents()
            .get(0);

    assertThat(document.sourceId()).isEqualTo("mine");
    assertThat(document.kind()).isEqualTo(DocumentKind.ARTICLE);
  }

  @Test
  void namesAMappedColumnThatIsNotThereAndThoseThatAre() throws Exception {
    FieldMapping mapping = FieldMapping.parse("text=nope");
    for (Path file :
        List.of(
            files.write("a.csv", "id,corps\n1,un texte\n"),
            files.write("a.jsonl", "{\"id\":1,\"corps\":\"un texte\"}"))) {
      assertThat(read(mapping, file).rejections().get(0).message())
          .contains("nope, which is not there; there are [id, corps]");
    }
  }

  @Test
  void refusesWhatIsNoMapping() {
    assertThatThrownBy(() -> FieldMapping.parse("text=a,text=b"))
        .hasMessageContaining("names text twice");
    assertThatThrownBy(() -> FieldMapping.parse("text")).hasMessageContaining("write field=column");
    assertThatThrownBy(() -> FieldMapping.parse("texte=body"))
        .hasMessageContaining("unknown field \"texte\"")
        .hasMessageContaining("text");
  }

  @Test
  void judgesTheKindByNameParentAndLength() throws Exception {
    assertThat(first("goud-articles.jsonl", "{\"text\":\"short\"}").kind())
        .isEqualTo(DocumentKind.ARTICLE);
    assertThat(first("mac-tweets.jsonl", "{\"text\":\"short\"}").kind())
        .isEqualTo(DocumentKind.POST);
    assertThat(first("a.jsonl", "{\"text\":\"short\",\"parent\":\"x\"}").kind())
        .isEqualTo(DocumentKind.COMMENT);
    assertThat(first("b.jsonl", "{\"text\":\"short\",\"title\":\"x\"}").kind())
        .isEqualTo(DocumentKind.ARTICLE);
    assertThat(first("c.jsonl", "{\"text\":\"short\"}").kind()).isEqualTo(DocumentKind.POST);
  }

  @Test
  void tellsCommentsUnderOneAddressApart() throws Exception {
    String article = "\"url\":\"https://a.example/1?utm_source=x\"";
    List<Document> comments =
        stored(
            read(
                "comments.jsonl",
                "{" + article + ",\"text\":\"one\"}",
                "{" + article + ",\"text\":\"two\"}",
                "{" + article + ",\"text\":\"one\"}",
                "{\"url\":\"https://a.example/2\",\"text\":\"one\"}",
                "{\"url\":\"https://a.example/1#comment-5\",\"text\":\"one\"}",
                "{" + article + ",\"parent\":\"native-9\",\"text\":\"two\"}"));

    assertThat(comments).extracting(Document::kind).containsOnly(DocumentKind.COMMENT);
    List<String> ids = comments.stream().map(Document::id).toList();
    assertThat(ids.get(2)).isEqualTo(ids.get(0));
    assertThat(ids.get(5)).isEqualTo(ids.get(1));
    assertThat(Set.copyOf(ids)).hasSize(4);
  }

  private RawDocument first(String name, String line) throws Exception {
    return read(name, line).documents().get(0);
  }
}
