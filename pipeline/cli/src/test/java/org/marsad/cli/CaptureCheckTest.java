// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.cli.CapturedPages.NOW;
import static org.marsad.cli.CapturedPages.keep;
import static org.marsad.cli.CapturedPages.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Provenance;
import org.marsad.sources.warc.RemovedFiles.Removal;
import org.marsad.sources.warc.RemovedFiles.Rule;

class CaptureCheckTest {
  @TempDir Path folder;

  @Test
  void tellsApartWhatIsThereWhatIsMissingAndWhatIsAnother() throws IOException {
    Provenance kept = keep(page("https://outlet.example/1", "the page"), folder, NOW);
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

  @Test
  void saysOfWhatTheArchiveHasRemovedSinceWhenItIsNoLongerKept() throws IOException {
    Provenance old = keep(page("https://outlet.example/1", "the page"), folder, NOW);
    Instant later = NOW.plus(Duration.ofDays(8));
    keep(page("https://outlet.example/2", "another"), folder, later);

    CaptureCheck check = CaptureCheck.of(old, folder);

    assertThat(check).isEqualTo(CaptureCheck.REMOVED);
    assertThat(check.isGood()).isFalse();
    assertThat(CaptureCheck.removal(old, folder)).hasValue(new Removal(later, Rule.AGE));
  }
}
