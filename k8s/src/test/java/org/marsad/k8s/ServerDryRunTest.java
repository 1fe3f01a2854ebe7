// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a real API server says, which also asks the operators' own checks; it changes nothing. */
class ServerDryRunTest {
  private static final String CONTEXT = "MARSAD_KUBE_CONTEXT";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theApiServerTakesIt(Overlay overlay) throws Exception {
    // Never the current context, which may be anybody's cluster.
    Optional<String> context = Optional.ofNullable(System.getenv(CONTEXT));
    assumeTrue(
        context.isPresent(),
        "no cluster is named: set " + CONTEXT + " to a context of kubectl's configuration");
    Path file = folder.resolve("all.yaml");
    Files.writeString(file, overlay.yaml());
    Kubectl.Outcome outcome =
        Kubectl.find()
            .orElseThrow()
            .run(
                "--context=" + context.get(),
                "apply",
                "--dry-run=server",
                "--validate=strict",
                "--filename=" + file);
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }
}
