// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Gates that the shipped models have reached on the functional tests stay reached. */
class ShippedGatesTest {
  /** Names of the gates that hold in every language; add what a better model reaches. */
  private static final Set<String> REACHED =
      Set.of(
          "neutral or positive called HOSTILE",
          "functional tests, neutral-mention",
          "functional tests, positive-mention",
          "functional tests, report",
          "functional tests, individual-crime-news",
          "functional tests, lure-insult",
          "functional tests, lure-threat-object",
          "functional tests, everyday",
          "prevalence coverage, functional tests");

  @Test
  void whatWasReachedStaysReached() throws IOException {
    List<Gate> gates = GateReport.ofShipped(null, line -> {}).gates();

    assertThat(gates).extracting(Gate::name).containsAll(REACHED);
    assertThat(gates).filteredOn(gate -> REACHED.contains(gate.name())).allMatch(Gate::holds);
  }
}
