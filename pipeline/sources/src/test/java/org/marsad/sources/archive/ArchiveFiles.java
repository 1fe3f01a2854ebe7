// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Writes files to import into a folder, and reads them without a Flink. */
record ArchiveFiles(Path folder) {
  static final Instant CRAWLED = Instant.parse("2024-05-01T10:00:00Z");

  Path write(String name, String content) throws IOException {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  /** The same block as many times as given, each a gzip member of its own. */
  Path writeGzip(String name, byte[] block, int times) throws IOException {
    Path file = folder.resolve(name);
    byte[] member = gzip(block);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int written = 0; written < times; written++) {
        out.write(member);
      }
    }
    return file;
  }

  static byte[] gzip(String content) throws IOException {
    return gzip(content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /**
   * A web archive of a warcinfo record, a plain page, a compressed one, a chunked one, an image, a
   * page that was not found, a page whose compression is broken and, as a resource, a last page.
   */
  static byte[] warc(WarcCompression compression) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WarcWriter warc = new WarcWriter(Channels.newChannel(bytes), compression);
    warc.write(
        new Warcinfo.Builder()
            .body(MediaType.WARC_FIELDS, "software: test\r\n".getBytes(StandardCharsets.UTF_8))
            .build());
    warc.write(response("plain", answer(200, "text/html; charset=utf-8", "<p>plain</p>")));
    byte[] compressed = gzip("<p>compressed</p>");
    warc.write(response("compressed", compressedAnswer(compressed)));
    byte[] chunked = "3\r\n<p>\r\n0B\r\nchunked</p>\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    warc.write(
        response(
            "chunked",
            new HttpResponse.Builder(200, "OK")
                .addHeader("Transfer-Encoding", "chunked")
                .body(MediaType.HTML, chunked)
                .build()));
    warc.write(response("image", answer(200, "image/png", "an image")));
    warc.write(response("absent", answer(404, "text/html", "<p>not found</p>")));
    warc.write(response("broken", compressedAnswer(Arrays.copyOf(compressed, 20))));
    warc.write(
        new WarcResource.Builder(URI.create("https://outlet.example/resource"))
            .body(MediaType.HTML, "<p>resource</p>".getBytes(StandardCharsets.UTF_8))
            .build());
    return bytes.toByteArray();
  }

  private static HttpResponse answer(int status, String type, String body) throws IOException {
    return new HttpResponse.Builder(status, "as tested")
        .body(MediaType.parse(type), body.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static HttpResponse compressedAnswer(byte[] body) throws IOException {
    return new HttpResponse.Builder(200, "OK")
        .addHeader("Content-Encoding", "gzip")
        .body(MediaType.HTML, body)
        .build();
  }

  private static WarcResponse response(String page, HttpResponse http) throws IOException {
    return new WarcResponse.Builder("https://outlet.example/" + page)
        .date(CRAWLED)
        .body(http)
        .build();
  }

  /** In order. */
  static List<Intake> read(Path... paths) throws IOException {
    return read(input(paths));
  }

  static FileRecords open(ArchiveSplit split, ArchiveInput input) {
    ImportedFile file = new ImportedFile(split, input.kind(), Clock.systemUTC());
    return new FileRecords(new RecordMapper(file, input.mapping(), new Pseudonyms(ArchiveRun.KEY)));
  }

  static ArchiveInput input(Path... paths) {
    return new ArchiveInput(List.of(paths), null, FieldMapping.USUAL, null, null);
  }

  static List<Intake> read(ArchiveInput input) throws IOException {
    List<Intake> intakes = new ArrayList<>();
    for (ArchiveSplit split : input.splits()) {
      try (FileRecords records = open(split, input)) {
        for (Intake next = records.next(); next != null; next = records.next()) {
          intakes.add(next);
        }
      }
    }
    return intakes;
  }
}
