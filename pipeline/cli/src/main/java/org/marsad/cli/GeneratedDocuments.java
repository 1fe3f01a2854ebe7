// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.demo.Article;
import org.marsad.demo.Comment;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.Outlet;
import org.marsad.model.Json;

/**
 * Documents to measure with: the demo's articles and comments over and over, in the demo's mixture
 * of lengths and languages, each with a number of its own so that none repeats another.
 */
final class GeneratedDocuments {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 1);

  private GeneratedDocuments() {}

  /** Writes as many lines of JSON to the file and returns it. */
  static Path write(Path file, int documents) throws IOException {
    List<Map<String, String>> originals = originals();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < documents; i++) {
        Map<String, String> document = new LinkedHashMap<>(originals.get(i % originals.size()));
        document.put("text", document.get("text") + " " + (i + 1));
        out.write(Json.MAPPER.writeValueAsString(document));
        out.newLine();
      }
    }
    return file;
  }

  private static List<Map<String, String>> originals() {
    DemoArchive archive = DemoArchive.generate(LAST_DAY);
    List<Map<String, String>> originals = new ArrayList<>();
    for (Outlet outlet : archive.outlets()) {
      for (Article article : archive.articles(outlet)) {
        originals.add(
            Map.of(
                "kind", "article",
                "title", article.title(),
                "published", article.published().toString(),
                "text", String.join("\n\n", article.paragraphs())));
        for (Comment comment : article.comments()) {
          originals.add(
              Map.of(
                  "kind", "comment",
                  "published", comment.published().toString(),
                  "text", comment.text()));
        }
      }
    }
    return originals;
  }
}
