// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.IndexAddress;
import org.marsad.job.Graph;
import org.marsad.job.GraphRules;
import org.marsad.job.alerts.RoundSchedule;

/** State is found by the operators' uids: those of one machine are those of a cluster. */
class GraphsTest {
  private static final String INDEX = "http://127.0.0.1:9200";
  private static final IndexAddress ADDRESS = new IndexAddress(URI.create(INDEX), null);

  @TempDir Path folder;

  @Test
  void stateOfOneMachineHasItsPlaceInTheJobsOfACluster() {
    List<String> main = uids(streamGraph(clusterGraph("main")));
    List<String> alerts = uids(streamGraph(clusterGraph("alerts")));
    List<String> both = new ArrayList<>(main);
    both.addAll(alerts);

    assertThat(both).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(uids(streamGraph(graphsOfOneMachine()))).containsExactlyInAnyOrderElementsOf(both);
  }

  /** What runs once must do so wherever the autoscaler would have more of it. */
  @Test
  void theAutoscalerLeavesAloneWhatRunsOnce() throws Exception {
    Set<String> once = new HashSet<>();
    for (JobVertex stage : streamGraph(clusterGraph("main")).getJobGraph().getVertices()) {
      if (stage.getParallelism() == 1) {
        once.add(stage.getID().toString());
      }
    }
    assertThat(new ManifestSettings().excludedFromScaling()).isEqualTo(once).isNotEmpty();
  }

  private static List<String> uids(StreamGraph graph) {
    return graph.getStreamNodes().stream().map(StreamNode::getTransformationUID).toList();
  }

  private List<Graph> clusterGraph(String kind) {
    ClusterJob job =
        ClusterJob.of(kind, "--data=" + folder.resolve("data"), "--elasticsearch=" + INDEX);
    return List.of(job.graph(job.configuration(), ADDRESS));
  }

  private List<Graph> graphsOfOneMachine() {
    ClusterJob files = ClusterJob.of("main");
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
      return LiveSystem.graphs(
          data, files.configuration(), ADDRESS, new RoundSchedule(Duration.ZERO, Duration.ZERO));
    }
  }

  private static StreamGraph streamGraph(Collection<Graph> graphs) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, GraphRules.configuration());
    graphs.forEach(graph -> graph.buildOn(environment));
    return environment.getStreamGraph();
  }
}
