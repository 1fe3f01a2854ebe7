// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * Pages in, one line of JSON a page out, in the same order and in UTF-8: {@code id} or {@code
 * file}, {@code url}, {@code title}, {@code text}, {@code byline}, {@code published}, {@code
 * language}, {@code charset} and {@code method}, null where the page does not say. A page without
 * an article has an empty text and a {@code reason}. What cannot be read is a line with {@code id}
 * or {@code file} (or {@code line}, of input that is no request) and {@code error}.
 *
 * <p>A line is written as soon as its page and those before it are done, so that a caller may send
 * one request at a time.
 */
public final class ExtractStream {
  private final ArticleExtractor extractor;

  public ExtractStream(ArticleExtractor extractor) {
    this.extractor = extractor;
  }

  /**
   * @param files pages, any of them gzip-compressed
   * @param url where they were fetched, if known
   * @return false where a file could not be read
   */
  public boolean files(List<Path> files, @Nullable String url, PrintStream out) {
    return InOrder.print(
        files.stream()
            .map(
                file ->
                    () -> {
                      ObjectNode line = Json.MAPPER.createObjectNode();
                      return extract(line.put("file", file.toString()), file, url);
                    }),
        out);
  }

  /**
   * @param in a line of JSON a page: {@code {"id": …, "file": …, "url": …}}, of which the file is
   *     needed; a relative one is looked up in the working directory
   * @return false where a line or a file could not be read
   */
  public boolean jsonl(InputStream in, PrintStream out) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    long[] number = {0};
    return InOrder.print(
        lines
            .lines()
            .map(
                line -> {
                  long current = ++number[0];
                  return line.isBlank() ? null : (Supplier<ObjectNode>) () -> answer(line, current);
                })
            .filter(Objects::nonNull),
        out);
  }

  private ObjectNode answer(String request, long number) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(request);
    } catch (JsonProcessingException e) {
      return line.put("line", number).put("error", "the line is no JSON; write one object a line");
    }
    String file = json.path("file").asText();
    if (json.hasNonNull("id")) {
      line.set("id", json.get("id"));
    } else if (!file.isEmpty()) {
      line.put("file", file);
    }
    if (file.isEmpty()) {
      return line.put("line", number).put("error", "the line names no file; add \"file\": …");
    }
    try {
      return extract(line, Path.of(file), json.path("url").asText(null));
    } catch (InvalidPathException e) {
      return line.put("error", file + " is no path");
    }
  }

  private ObjectNode extract(ObjectNode line, Path file, @Nullable String url) {
    byte[] page;
    try {
      page = read(file);
    } catch (NoSuchFileException e) {
      return line.put("error", file + " does not exist");
    } catch (EOFException e) {
      return line.put("error", file + " breaks off inside its gzip stream; fetch it again");
    } catch (IOException e) {
      return line.put("error", file + " cannot be read: " + e.getMessage());
    }
    PageContent content;
    try {
      content = extractor.extract(page, url, null);
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of the extractor, which must not cost the pages behind.
      return line.put("error", file + " cannot be extracted: " + e);
    }
    // First what a page without an article has, in the order of the fields.
    line.put("url", url).putNull("title").put("text", "").putNull("byline").putNull("published");
    line.putNull("language").putNull("charset").putNull("method");
    if (content instanceof ExtractedArticle article) {
      Instant published = article.published() != null ? article.published() : article.dayInUrl();
      return line.put("url", article.canonicalUrl())
          .put("title", article.title())
          .put("text", article.text())
          .put("byline", article.byline())
          .put("published", published == null ? null : published.toString())
          .put("language", article.language())
          .put("charset", article.charset())
          .put("method", article.method());
    }
    return line.put("reason", ((NoArticle) content).reason());
  }

  /** One byte more than a page may have at most, for the extractor to tell. */
  private static byte[] read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
      in.reset();
      return (gzip ? new GZIPInputStream(in) : in).readNBytes(ArticleExtractor.DEFAULT_LIMIT + 1);
    }
  }
}
