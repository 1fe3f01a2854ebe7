// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.cluster;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.marsad.job.Graph;
import org.marsad.job.GraphRules;

/**
 * A job of a Flink cluster in application mode: this program's main method runs in the JobManager,
 * and all that is not said here, such as where checkpoints are kept, is the cluster's own
 * configuration.
 */
public final class ApplicationJob {
  private ApplicationJob() {}

  /**
   * Hands the graph over, and returns when the job has ended.
   *
   * @param name by which people know the job
   * @throws Exception as Flink throws it, when the job has failed
   */
  public static void run(String name, Graph graph, Duration checkpointEvery) throws Exception {
    Configuration configuration = GraphRules.configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    graph.buildOn(environment);
    environment.execute(name);
  }
}
