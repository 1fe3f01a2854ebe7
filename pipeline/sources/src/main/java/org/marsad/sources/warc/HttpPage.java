// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.netpreserve.jwarc.HttpResponse;

/**
 * What a server sent, unpacked. Many tools unpack a page before they archive it and leave the
 * headers as they were: what is plain markup is taken as it is, whatever the headers say.
 */
final class HttpPage {
  private static final Pattern MARKUP = Pattern.compile("^(?:\u00EF\u00BB\u00BF)?\\s*<[!?a-zA-Z]");
  private static final int START = 256;

  private HttpPage() {}

  /**
   * @param limit in bytes
   * @return one byte more than the limit where the page is larger
   * @throws UnreadablePageException where it is packed in a way that is not read here
   * @throws IOException where it is cut or broken
   */
  static byte[] body(HttpResponse http, int limit) throws IOException {
    byte[] page = http.body().stream().readNBytes(limit + 1);
    List<String> codings = codings(http);
    for (int last = codings.size() - 1; last >= 0; last--) {
      if (page.length > limit || isMarkup(page)) {
        return page;
      }
      page = unpacked(codings.get(last), page, limit);
    }
    return page;
  }

  /** In the order in which they were applied. */
  private static List<String> codings(HttpResponse http) {
    List<String> codings = new ArrayList<>();
    for (String header : http.headers().all("Content-Encoding")) {
      for (String coding : header.split(",")) {
        codings.add(coding.strip().toLowerCase(Locale.ROOT));
      }
    }
    return codings;
  }

  private static byte[] unpacked(String coding, byte[] packed, int limit) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" ->
          isGzip(packed) ? read(new GZIPInputStream(in(packed)), limit) : packed;
      case "deflate" -> read(inflated(packed), limit);
      case "br", "zstd", "compress", "x-compress" ->
          throw new UnreadablePageException(
              "unsupported-encoding",
              "the page is packed as \""
                  + coding
                  + "\", which is not read; archive it anew without, or unpack the archive's pages");
      // Nothing, or what is no coding at all: a charset by mistake.
      default -> packed;
    };
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
  }

  /** With the header of zlib, as the standard has it, or without, as some servers do. */
  private static InputStream inflated(byte[] packed) {
    boolean zlib =
        packed.length > 1
            && (packed[0] & 0x0F) == 8
            && (((packed[0] & 0xFF) << 8) + (packed[1] & 0xFF)) % 31 == 0;
    return new InflaterInputStream(in(packed), new Inflater(!zlib));
  }

  private static byte[] read(InputStream unpacked, int limit) throws IOException {
    try (unpacked) {
      return unpacked.readNBytes(limit + 1);
    }
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** Whether it begins as HTML and XML do. */
  static boolean isMarkup(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.ISO_8859_1);
    return MARKUP.matcher(start).find();
  }
}
