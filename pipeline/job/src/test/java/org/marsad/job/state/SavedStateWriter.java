// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.state;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.job.GraphRules;

/** Writes a savepoint of this release for {@link SavedStateTest}: pipeline/README.md says when. */
final class SavedStateWriter {
  private static final MemorySize ALL_IN_ONE_FILE = MemorySize.ofMebiBytes(1);

  private SavedStateWriter() {}

  /**
   * Writes one file.
   *
   * @param arguments its name, which ends with the number of the state's version
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("marsad-state");
    Path home = Path.of(System.getProperty("marsad.home"));
    try (EmbeddedNode node = EmbeddedNode.start(home, folder.resolve("node"), 0);
        IndexConnection connection = IndexConnection.open(node.url(), null);
        Paper paper = new Paper(Paper.Article.KNOWN)) {
      connection.installTemplates();
      Configuration configuration = GraphRules.configuration();
      configuration.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, ALL_IN_ONE_FILE);
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
      paper.pipeline(new IndexAddress(node.url(), null)).buildOn(environment);
      JobClient job = environment.executeAsync();
      while (documents(connection) == 0) {
        Thread.sleep(100);
      }
      String savepoint =
          job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
              .get();
      Files.copy(
          Path.of(URI.create(savepoint)).resolve("_metadata"),
          Path.of(arguments[0]),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static long documents(IndexConnection connection) {
    connection.call(c -> c.indices().refresh(r -> r.index(IndexNames.DOCUMENTS)).shards());
    return connection.call(c -> c.count(q -> q.index(IndexNames.DOCUMENTS))).count();
  }
}
