// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.sources.warc.WarcArchive;
import org.marsad.sources.warc.WarcSettings;

/** Pages of a made-up outlet, as a poll captures them. */
final class CapturedPages {
  static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");
  static final String TEXT = "The new tramway line of the city opens on Monday. ".repeat(9);

  private CapturedPages() {}

  static RawDocument page(String url, String text) {
    return page(url, "<p>" + text + "</p>", "");
  }

  /**
   * @param article what is in the page's article, as HTML
   * @param head what is in its head beside the title
   */
  static RawDocument page(String url, String article, String head) {
    byte[] body =
        ("<html><head><title>Tram</title>"
                + head
                + "</head><body><article>"
                + article
                + "</article></body></html>")
            .getBytes(UTF_8);
    return RawDocument.builder("outlet", DocumentKind.ARTICLE, NOW, url)
        .url(url)
        .title("Tram")
        .body(body)
        .contentType("text/html; charset=utf-8")
        .published(NOW)
        .language("en")
        .provenance(Provenance.of(body, Provenance.Robots.ALLOWED))
        .build();
  }

  /** Keeps it in an archive that removes what is older than a week. */
  static Provenance keep(RawDocument page, Path archive, Instant now) throws IOException {
    return WarcArchive.open(
            new WarcSettings(archive.toString(), 1_000_000, Duration.ofDays(7)),
            Clock.fixed(now, ZoneOffset.UTC))
        .write(
            page, Objects.requireNonNull(page.body()), Objects.requireNonNull(page.provenance()));
  }
}
