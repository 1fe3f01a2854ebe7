// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.classifiers.train.Feedback;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.feedback.Label;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.feedback.Layer;
import org.marsad.index.feedback.ReviewQueue;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/** From the index to a file that the training takes. */
class FeedbackCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String TEXT = "Les migrants cherchent un logement à Casablanca.";

  @TempDir Path folder;

  @Test
  void whatIsExportedIsWhatTheTrainingReads() throws Exception {
    try (EmbeddedNode node = EmbeddedNode.start(LocalIndex.home(), folder.resolve("node"), 0)) {
      judge(node);
      Path file = folder.resolve("feedback.jsonl");

      assertThat(export(node, file.toString()).err()).contains("Answers        1");
      assertThat(Feedback.read(List.of(file)).size()).isEqualTo(1);
      assertThat(Files.readString(file)).contains(TEXT, "\"stance\":\"NEUTRAL\"");

      assertThat(export(node).out()).isEqualTo(Files.readString(file));
      assertThat(Files.readAllLines(DataDirectory.auditLog(folder.resolve("data"))))
          .hasSize(2)
          .allMatch(line -> line.contains("\"who\":\"local\",\"action\":\"export\""));
    }
  }

  private record Ended(String out, String err) {}

  private Ended export(EmbeddedNode node, String... file) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("feedback", "export"));
    arguments.addAll(List.of(file));
    arguments.addAll(List.of("--elasticsearch", node.url().toString()));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    try (MarsadProcess command = MarsadProcess.start(folder, arguments.toArray(String[]::new))) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isZero();
      return new Ended(command.out(), command.err());
    }
  }

  private static void judge(EmbeddedNode node) {
    Instant now = Instant.parse("2026-03-03T00:00:00Z");
    try (IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      Document document =
          Document.builder("a", "import", DocumentKind.COMMENT, TEXT, now, "texts.jsonl:1")
              .assessment(
                  Classifiers.shipped().assess(new Submission(TEXT, null, TextKind.COMMENT)))
              .build();
      assertThat(new BulkWriter(connection).write(List.of(IndexEntry.of(document)))).hasSize(1);
      StoredDocument stored = new DocumentQueries(connection).document("a").orElseThrow();
      LabelBook book = new LabelBook(connection);
      for (Layer layer : List.of(Layer.RELEVANT, Layer.STANCE)) {
        String value = layer == Layer.RELEVANT ? "true" : "NEUTRAL";
        book.add(
            List.of(
                Label.of(
                    stored,
                    Objects.requireNonNull(document.assessment()),
                    layer,
                    List.of(value),
                    Label.LOCAL,
                    ReviewQueue.RANDOM,
                    now)));
      }
    }
  }
}
