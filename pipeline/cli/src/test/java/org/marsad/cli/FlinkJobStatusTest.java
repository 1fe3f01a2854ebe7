// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.marsad.dashboards.status.JobCounters;

/** Asks Flink's own REST interface. */
class FlinkJobStatusTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void followsAJobFromItsStartUntilItsClusterHasGone() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    FlinkJobStatus status;
    try (MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build())) {
      cluster.start();
      URI rest = cluster.getRestAddress().get();
      status = new FlinkJobStatus(rest);
      assertThat(status.read().state()).as("without a job").isEqualTo("STOPPED");

      StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
      environment.setParallelism(1);
      environment.fromSequence(0, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
      cluster.submitJob(environment.getStreamGraph()).get();
      await(status, "RUNNING");
    }
    JobCounters gone = await(status, "STOPPED");
    assertThat(status.read().since()).as("since it was first missed").isEqualTo(gone.since());
  }

  private static JobCounters await(FlinkJobStatus status, String state)
      throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    JobCounters read = status.read();
    while (!read.state().equals(state)) {
      assertThat(System.nanoTime()).as("still " + read.state()).isLessThan(deadline);
      Thread.sleep(50);
      read = status.read();
    }
    return read;
  }
}
