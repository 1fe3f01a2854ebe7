// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

/**
 * What holds of every graph, wherever it runs: its state must be found again by a later release.
 */
public final class GraphRules {
  private GraphRules() {}

  /** A fresh configuration that demands it. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    // Every record is immutable, so a copy between chained operators would buy nothing.
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    return configuration;
  }
}
