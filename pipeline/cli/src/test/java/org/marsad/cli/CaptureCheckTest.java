// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.sources.warc.WarcArchive;
import org.marsad.sources.warc.WarcSettings;

class CaptureCheckTest {
  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");

  @TempDir Path folder;

  @Test
  void tellsApartWhatIsThereWhatIsMissingAndWhatIsAnother() throws IOException {
    Provenance kept = keep("https://outlet.example/1", "the page");
    assertThat(CaptureCheck.of(kept, folder)).isEqualTo(CaptureCheck.VERIFIED);

    Provenance other =
        Provenance.of("another page".getBytes(UTF_8), kept.robots())
            .keptIn(String.valueOf(kept.archiveFile()), String.valueOf(kept.recordId()));
    assertThat(CaptureCheck.of(other, folder)).isEqualTo(CaptureCheck.MISMATCH);

    Provenance noRecord = kept.keptIn(String.valueOf(kept.archiveFile()), "urn:uuid:none");
    assertThat(CaptureCheck.of(noRecord, folder)).isEqualTo(CaptureCheck.RECORD_MISSING);

    Files.delete(folder.resolve(String.valueOf(kept.archiveFile())));
    assertThat(CaptureCheck.of(kept, folder)).isEqualTo(CaptureCheck.FILE_MISSING);
    assertThat(CaptureCheck.of(null, folder)).isEqualTo(CaptureCheck.NOT_KEPT);
  }

  private Provenance keep(String url, String page) throws IOException {
    byte[] body = page.getBytes(UTF_8);
    Provenance provenance = Provenance.of(body, Provenance.Robots.ALLOWED);
    RawDocument raw =
        new RawDocument(
            "outlet",
            DocumentKind.ARTICLE,
            null,
            url,
            null,
            null,
            null,
            body,
            "text/html",
            null,
            null,
            null,
            null,
            NOW,
            url,
            provenance);
    return WarcArchive.open(
            new WarcSettings(folder.toString(), 1_000_000, Duration.ofDays(7)), Clock.systemUTC())
        .write(raw, body, provenance);
  }
}
