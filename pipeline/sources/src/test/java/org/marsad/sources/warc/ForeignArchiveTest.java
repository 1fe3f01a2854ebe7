// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;

/** Web archives of others, as crawlers and browsers write them. */
class ForeignArchiveTest {
  private static final String HTML = "Content-Type: text/html; charset=utf-8";
  private static final String PAGE = "<html><body><p>a page</p></body></html>";
  private static final byte[] NONE = new byte[0];

  @TempDir Path folder;

  /** What a reader came to. */
  private record Read(
      List<RawDocument> pages, List<ArchivedPage.Unreadable> unreadable, boolean torn) {
    List<String> names() {
      return pages.stream().map(page -> name(page.url())).toList();
    }

    List<String> faults() {
      return unreadable.stream().map(page -> page.reason() + " " + name(page.url())).toList();
    }

    private static String name(@Nullable String url) {
      return String.valueOf(url).replace("https://site.example/", "");
    }
  }

  @Test
  void readsPagesHoweverTheyAreSent() throws Exception {
    byte[] page = PAGE.getBytes(UTF_8);
    String chunked = Integer.toHexString(page.length) + "\r\n" + PAGE + "\r\n0\r\n\r\n";
    for (boolean packed : List.of(true, false)) {
      Read read =
          read(
              new ForeignArchive(packed)
                  .record(
                      "warcinfo", "Content-Type: application/warc-fields", "a: b".getBytes(UTF_8))
                  .answer("plain", HTML, PAGE)
                  .answer("chunked", HTML + "|Transfer-Encoding: chunked", chunked)
                  .answer("gzip", HTML + "|Content-Encoding: gzip", ForeignArchive.gzip(page))
                  .answer("zlib", HTML + "|Content-Encoding: deflate", deflated(page, false))
                  .answer("raw", HTML + "|Content-Encoding: deflate", deflated(page, true))
                  .answer("both", HTML + "|Content-Encoding: identity", PAGE)
                  .answer("xhtml", "Content-Type: application/xhtml+xml", PAGE)
                  .answer("untyped", "Server: none", PAGE));

      assertThat(read.names())
          .containsExactly("plain", "chunked", "gzip", "zlib", "raw", "both", "xhtml", "untyped");
      assertThat(read.pages()).allSatisfy(p -> assertThat(p.body()).isEqualTo(page));
      assertThat(read.pages())
          .extracting(RawDocument::captured)
          .containsOnly(Instant.parse("2024-05-01T10:00:00Z"));
      assertThat(read.faults()).isEmpty();
      assertThat(read.torn()).isFalse();
    }
  }

  @Test
  void takesWhatAToolHasUnpackedAsItIsThoughTheHeadersSayOtherwise() throws Exception {
    Read read =
        read(
            new ForeignArchive(true)
                .answer("gzip", HTML + "|Content-Encoding: gzip", PAGE)
                .answer("brotli", HTML + "|Content-Encoding: br", "\n " + PAGE)
                .answer("chunked", HTML + "|Transfer-Encoding: chunked", PAGE)
                .answer("charset", HTML + "|Content-Encoding: utf-8", PAGE));

    assertThat(read.names()).containsExactly("gzip", "brotli", "chunked", "charset");
    assertThat(read.pages())
        .extracting(page -> new String(Objects.requireNonNull(page.body()), UTF_8).strip())
        .containsOnly(PAGE);
  }

  @Test
  void passesOverWhatIsNoPage() throws Exception {
    byte[] notModified = "HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(UTF_8);
    byte[] absent = ("HTTP/1.1 404 Not Found\r\n" + HTML + "\r\n\r\n" + PAGE).getBytes(UTF_8);
    String target = "WARC-Target-URI: https://site.example/x|Content-Type: ";
    Read read =
        read(
            new ForeignArchive(true)
                .record("request", target + "application/http; msgtype=request", NONE)
                .record(
                    "revisit",
                    target
                        + "application/http; msgtype=response|WARC-Profile: "
                        + "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
                    notModified)
                .record("response", target + "application/http; msgtype=response", absent)
                .record("response", target + "text/dns", "20240501 site.example".getBytes(UTF_8))
                .record("metadata", target + "application/warc-fields", "a: b".getBytes(UTF_8))
                .record(
                    "metadata",
                    target + "application/json|WARC-Concurrent-To: <urn:uuid:1>",
                    "{\"browser\":{\"kind\":1}}".getBytes(UTF_8))
                .record("conversion", target + "text/plain", "a text".getBytes(UTF_8))
                .record("of-no-known-type", target + "text/html", PAGE.getBytes(UTF_8))
                .answer("image", "Content-Type: image/png", "an image")
                .answer("untyped", "Server: none", "no markup")
                .answer("last", HTML, PAGE));

    assertThat(read.names()).containsExactly("last");
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void tellsOfAPageThatCannotBeReadAndGoesOn() throws Exception {
    byte[] cut = Arrays.copyOf(ForeignArchive.gzip(PAGE.getBytes(UTF_8)), 20);
    byte[] large = new byte[ArticleExtractor.DEFAULT_LIMIT + 1];
    Arrays.fill(large, (byte) ' ');
    String http = "Content-Type: application/http; msgtype=response|WARC-Target-URI: ";
    Read read =
        read(
            new ForeignArchive(true)
                .answer("cut", HTML + "|Content-Encoding: gzip", cut)
                .answer("brotli", HTML + "|Content-Encoding: br", new byte[] {11, 2, -128, 3})
                .answer("large", HTML, large)
                .answer("bomb", HTML + "|Content-Encoding: gzip", ForeignArchive.gzip(large))
                .record(
                    "response", http + "https://site.example/no-http", "no answer".getBytes(UTF_8))
                .bare(
                    "WARC-Type: response|WARC-Date: yesterday|"
                        + http
                        + "https://site.example/date",
                    ("HTTP/1.1 200 OK\r\n" + HTML + "\r\n\r\n" + PAGE).getBytes(UTF_8))
                .answer("last", HTML, PAGE));

    assertThat(read.faults())
        .containsExactly(
            "broken-record cut",
            "unsupported-encoding brotli",
            "too-large large",
            "too-large bomb",
            "broken-record no-http",
            "broken-record date");
    assertThat(read.unreadable()).allSatisfy(page -> assertThat(page.message()).contains(";"));
    assertThat(read.names()).containsExactly("last");
    assertThat(read.torn()).isFalse();
  }

  @Test
  void readsAHeadThatSaysLittleOrBadly() throws Exception {
    byte[] http = ("HTTP/1.0 200\r\n" + HTML + "\r\n\r\n" + PAGE).getBytes(UTF_8);
    Read read =
        read(
            new ForeignArchive(false)
                .bare(
                    "WARC-Type: response|WARC-Date: 2024-05-01T10:00:00Z|Content-Type: "
                        + "application/http;msgtype=response|WARC-Target-URI: "
                        + "<https://site.example/brackets>",
                    http)
                .bare(
                    "WARC-Type: resource|WARC-Date: 2024-05-01T10:00:00Z|Content-Type: text/html|"
                        + "WARC-Record-ID: none at all|WARC-Target-URI: https://site.example/مقال",
                    PAGE.getBytes(UTF_8)));

    assertThat(read.names()).containsExactly("brackets", "مقال");
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void keepsWhatPrecedesACut() throws Exception {
    for (boolean packed : List.of(true, false)) {
      byte[] whole =
          new ForeignArchive(packed)
              .answer("first", HTML, PAGE)
              .answer("second", HTML, PAGE.repeat(50))
              .bytes();

      Read cut = read(Arrays.copyOf(whole, whole.length - 30));
      Read rubbish = read(concat(whole, "no record\r\n\r\n".getBytes(UTF_8)));

      assertThat(cut.names()).startsWith("first");
      assertThat(cut.torn()).isTrue();
      assertThat(rubbish.names()).containsExactly("first", "second");
      assertThat(rubbish.torn()).isTrue();
    }
  }

  @Test
  void findsTheCharsetThatNobodyDeclares() throws Exception {
    String words = "يعيش كثير من المهاجرين من بلدان الساحل في أحياء المدينة ويعملون في البناء. ";
    byte[] page =
        ("<html><head><title>مقال</title></head><body><article><p>"
                + words.repeat(6)
                + "</p></article></body></html>")
            .getBytes(Charset.forName("windows-1256"));

    Read read = read(new ForeignArchive(true).answer("ar", "Content-Type: text/html", page));

    assertThat(
            Objects.requireNonNull(
                    new DocumentExtractor(new ArticleExtractor())
                        .extract(read.pages().get(0))
                        .document())
                .text())
        .startsWith(words.strip());
  }

  @Test
  void saysOfWhatIsNoWebArchiveThatItIsNone() throws Exception {
    for (byte[] content :
        List.of(
            PAGE.getBytes(UTF_8),
            ForeignArchive.gzip(PAGE.getBytes(UTF_8)),
            new byte[1000],
            NONE,
            HexFormat.of().parseHex("504b030414000000"))) {
      Path file = Files.write(folder.resolve("none.warc"), content);
      try (WarcCaptures captures = WarcCaptures.open(file)) {
        assertThat(captures.next()).isNull();
        assertThat(captures.isWebArchive()).isFalse();
      }
    }
    Path zstd =
        Files.write(folder.resolve("zstd.warc"), HexFormat.of().parseHex("28b52ffd04000000"));
    try (WarcCaptures captures = WarcCaptures.open(zstd)) {
      assertThatThrownBy(captures::next)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("packed with zstd");
    }
  }

  private Read read(ForeignArchive archive) throws IOException {
    return read(archive.bytes());
  }

  private Read read(byte[] archive) throws IOException {
    Path file = Files.write(folder.resolve("foreign.warc"), archive);
    List<RawDocument> pages = new ArrayList<>();
    List<ArchivedPage.Unreadable> unreadable = new ArrayList<>();
    try (WarcCaptures captures = WarcCaptures.open(file, unreadable::add)) {
      for (RawDocument next = captures.next(); next != null; next = captures.next()) {
        pages.add(next);
      }
      assertThat(captures.isWebArchive()).isTrue();
      return new Read(pages, unreadable, captures.isTorn());
    }
  }

  private static byte[] deflated(byte[] page, boolean raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
      out.write(page);
    }
    return packed.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
