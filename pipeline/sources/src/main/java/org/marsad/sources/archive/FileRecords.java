// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.BinaryContent;

/**
 * The records of any file, good or bad: what keeps the file, or the rest of it, from being read is
 * its last record, a rejection. Never throws but for a fault of this program.
 */
final class FileRecords implements RecordReader, Closeable {
  /** In bytes: no text that a person wrote comes near it. */
  static final int LONGEST_RECORD = ArticleExtractor.DEFAULT_LIMIT;

  static final String TOO_LARGE =
      "is larger than " + LONGEST_RECORD / (1024 * 1024) + " MB; no article is; split or remove it";

  static final String NOT_TEXT = "the file holds binary data; give text, or its own --format";

  private static final int SAMPLE = 64 * 1024;
  private static final AtomicReference<@Nullable InputStream> STANDARD_INPUT =
      new AtomicReference<>();

  private final ImportedFile file;
  private final RecordMapper mapper;
  private @Nullable Content content;
  private @Nullable RecordReader records;
  private long count;
  private boolean ended;

  FileRecords(RecordMapper mapper) {
    this.file = mapper.file();
    this.mapper = mapper;
  }

  @Override
  public @Nullable Intake next() {
    if (ended) {
      return null;
    }
    try {
      if (records == null) {
        records = open();
      }
      Intake next = records.next();
      if (next == null) {
        ended = true;
        return count > 0
            ? null
            : rejection("empty-file", "the file holds no text and no page; remove it", 0);
      }
      count++;
      return next;
    } catch (IOException e) {
      ended = true;
      return rejection(e);
    }
  }

  private Intake rejection(IOException e) {
    if (e instanceof BadFileException bad) {
      return rejection(bad.reason(), String.valueOf(bad.getMessage()), bad.number());
    }
    if (e instanceof EOFException) {
      return rejection(
          "truncated", "the file breaks off after record " + count + "; fetch it again", 0);
    }
    if (e instanceof ZipException) {
      return rejection(
          "corrupt-gzip",
          "the file cannot be unpacked after record " + count + "; fetch it again",
          0);
    }
    return rejection(
        "unreadable",
        "the file cannot be read ("
            + e.getClass().getSimpleName()
            + "); check its permissions and its disk",
        0);
  }

  private Intake rejection(String reason, String message, long number) {
    return file.rejection(reason, message, number);
  }

  private RecordReader open() throws IOException {
    Content content = Content.of(stream());
    this.content = content;
    return switch (file.split().format()) {
      case HTML -> new HtmlPage(content, file);
      case WARC -> new WarcPages(content, file);
      case JSONL -> {
        byte[] start = textStart(content);
        yield new JsonLines(withStart(start, content), start, mapper);
      }
      case CSV -> {
        byte[] start = textStart(content);
        yield new CsvRows(withStart(start, content), start, mapper);
      }
    };
  }

  private InputStream stream() throws IOException {
    String path = file.split().path();
    return path.equals("-") ? standardInput() : Files.newInputStream(Path.of(path));
  }

  /** It comes once only: after a restart of the job, what was in flight cannot be read again. */
  private static InputStream standardInput() throws IOException {
    if (STANDARD_INPUT.getAndSet(System.in) == System.in) {
      throw new BadFileException(
          "unreadable",
          "standard input cannot be read a second time after a failure; import it from a file");
    }
    return System.in;
  }

  /** Binary data is one rejection, not one for each thing that looks like a line. */
  private static byte[] textStart(Content content) throws IOException {
    byte[] start = new byte[SAMPLE];
    int length = 0;
    try {
      for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
        read = content.read(start, length, SAMPLE - length);
      }
    } catch (EOFException | ZipException e) {
      // Thrown again behind what has been read so far.
    }
    byte[] sample = Arrays.copyOf(start, length);
    if (BinaryContent.is(sample)) {
      content.exposeBomb();
      throw new BadFileException("not-text", NOT_TEXT);
    }
    return sample;
  }

  private static InputStream withStart(byte[] start, InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(start), rest);
  }

  @Override
  public void close() throws IOException {
    if (content != null) {
      content.close();
    }
  }
}
