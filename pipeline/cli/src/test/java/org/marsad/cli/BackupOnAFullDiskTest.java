// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.OutletServer;

/** A backup that cannot be written to its end, while Marsad polls. */
class BackupOnAFullDiskTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Much less than the index's files take. */
  private static final int KILOBYTES = 64;

  @TempDir Path folder;

  @Test
  void leavesNoHalfBackupAndLetsTheJobGoOn() throws Exception {
    DemoArchive archive = DemoArchive.generate(LocalDate.of(2026, 6, 30));
    long all = archive.labels().size();
    String data = folder.resolve("data").toString();
    Path backup = folder.resolve("backup");
    String[] command = {"backup", backup.toString(), "--data", data};
    try (OutletServer outlets = OutletServer.start(archive, 0)) {
      String catalogue = outlets.writeCatalogue(folder.resolve("outlets.yaml")).toString();
      try (MarsadProcess marsad =
          MarsadProcess.start(
              folder, "run", "--data", data, "--outlets", catalogue, "--port", "0")) {
        marsad.await("first documents", LIMIT, () -> marsad.indexedSoFar() > all / 4);
        try (MarsadProcess failed = MarsadProcess.startCramped(KILOBYTES, folder, command)) {
          assertThat(failed.awaitExit(LIMIT)).as(failed.err()).isEqualTo(ExitStatus.ENVIRONMENT);
          assertThat(failed.err())
              .contains("the backup could not be written into " + backup)
              .contains("nothing is left of it", "File too large", "Make room")
              .doesNotContain("Exception", "Holds");
        }
        assertThat(backup).doesNotExist();
        assertThat(folder.resolve("data/elasticsearch/snapshots")).doesNotExist();

        marsad.await("all documents", LIMIT, () -> marsad.indexedSoFar() >= all);
        assertThat(marsad.indexedSoFar()).isEqualTo(all);
        succeeds(command);
        succeeds("restore", backup.toString(), "--dry-run");
      }
    }
  }

  private void succeeds(String... command) throws Exception {
    try (MarsadProcess done = MarsadProcess.start(folder, command)) {
      assertThat(done.awaitExit(LIMIT)).as(done.err()).isZero();
    }
  }
}
