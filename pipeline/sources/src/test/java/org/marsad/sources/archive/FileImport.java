// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Document;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;

/** For tests: files in a folder of their own, imported without a Flink. */
abstract class FileImport {
  static final int MEBIBYTE = 1024 * 1024;
  static final Pseudonyms PSEUDONYMS = new Pseudonyms(ArchiveRun.KEY);

  @TempDir Path folder;
  ArchiveFiles files;

  @BeforeEach
  void makeFolder() {
    files = new ArchiveFiles(folder);
  }

  static ArchiveRun read(Path... paths) throws Exception {
    return ArchiveRun.of(ArchiveFiles.read(paths));
  }

  /** A file of this name with these lines. */
  ArchiveRun read(String name, String... lines) throws Exception {
    return read(files.write(name, String.join("\n", lines)));
  }

  static ArchiveRun read(FieldMapping mapping, Path file) throws Exception {
    ArchiveInput input = new ArchiveInput(List.of(file), null, mapping, null, null);
    return ArchiveRun.of(ArchiveFiles.read(input));
  }

  /** The only document of a table. */
  RawDocument read(FieldMapping mapping, String table) throws Exception {
    return read(mapping, files.write("told.csv", table)).documents().get(0);
  }

  /** What the index would get. */
  static List<Document> stored(ArchiveRun run) {
    DocumentExtractor extractor = new DocumentExtractor(new ArticleExtractor());
    return run.documents().stream().map(raw -> document(extractor, raw)).toList();
  }

  private static Document document(DocumentExtractor extractor, RawDocument raw) {
    @Nullable Document document = extractor.extract(raw).document();
    assertThat(document).isNotNull();
    return document;
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  static byte[] times(char letter, int bytes) {
    byte[] all = new byte[bytes];
    Arrays.fill(all, (byte) letter);
    return all;
  }
}
