// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.farm.FarmItem;
import org.marsad.demo.farm.FeedFarm;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.benchmark.Census;

/** The main job in a real Flink cluster, while its programs are killed and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlinkClusterTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long SEED = 20_261_128;

  /** One of each feed. */
  private static final int MORE = 6;

  private FeedFarm farm;
  private EmbeddedNode node;
  private IndexConnection connection;
  private FlinkCluster cluster;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    farm =
        FeedFarm.start(
            new FeedFarm.Size(
                3,
                MORE,
                Duration.ofSeconds(4),
                Duration.ofSeconds(3),
                Duration.ofMillis(300),
                SEED));
    node = EmbeddedNode.start(LocalIndex.home(), folder.resolve("node"), 0).supervised();
    connection = IndexConnection.open(node.url(), null);
    cluster =
        new FlinkCluster(
            folder.resolve("flink"),
            List.of(
                "main",
                "--outlets=" + farm.writeCatalogue(folder.resolve("outlets.yaml")),
                "--data=" + folder.resolve("data"),
                "--elasticsearch=" + node.url()));
  }

  @BeforeEach
  void runs() throws Exception {
    awaitRunning(1, null);
    accountForAll();
  }

  @Test
  void anotherTaskManagerTakesOver() throws Exception {
    String killed = cluster.rest().taskManagers().get(0);
    cluster.killTaskManager(killed);
    accountForAll();
    assertThat(cluster.rest().taskManagers()).isNotEmpty().doesNotContain(killed);
  }

  @Test
  void aNewJobManagerGoesOnWhereTheFormerWas() throws Exception {
    cluster.killJobManager();
    awaitRunning(1, null);
    assertThat(cluster.rest().restoredFrom()).contains("/chk-");
    accountForAll();
  }

  @Test
  void elasticsearchIsWaitedForWithoutARestart() throws Exception {
    long restores = cluster.rest().restores();
    node.kill();
    accountForAll();
    assertThat(cluster.rest().restores()).isEqualTo(restores);
  }

  @Test
  void everythingIsKilledAtOnce() throws Exception {
    node.kill();
    cluster.killAll();
    awaitRunning(1, null);
    assertThat(cluster.rest().restoredFrom()).contains("/chk-");
    accountForAll();
  }

  /** As the operator upgrades a release, and as its autoscaler takes a second TaskManager. */
  @Test
  void goesOnFromASavepointOnMoreTaskManagersAndOnFewer() throws Exception {
    goOnFromASavepoint(2);
    assertThat(cluster.rest().taskManagers()).hasSize(2);
    accountForAll();
    goOnFromASavepoint(1);
    assertThat(cluster.rest().taskManagers()).hasSize(1);
    accountForAll();
  }

  private void goOnFromASavepoint(int parallelism) throws Exception {
    String asked = cluster.rest().stopWithSavepoint(cluster.savepoints());
    await("savepoint", () -> cluster.rest().savepoint(asked).isPresent());
    String savepoint = cluster.rest().savepoint(asked).orElseThrow();
    assertThat(cluster.awaitEnd()).as(cluster.tails()).isZero();
    awaitRunning(parallelism, savepoint);
    assertThat(cluster.rest().restoredFrom()).isEqualTo(savepoint);
  }

  /** Whatever has ended is started again, as Kubernetes does. */
  private void awaitRunning(int parallelism, @Nullable String savepoint)
      throws InterruptedException {
    await(
        "running job",
        () -> {
          cluster.startMissing(parallelism, savepoint);
          return cluster.rest().isRunning(parallelism);
        });
  }

  /**
   * Waits for a little more to be published; then all that was published so far is there once, and
   * nothing else.
   */
  private void accountForAll() throws Exception {
    int enough = farm.items().size() + MORE;
    await("more items", () -> farm.items().size() >= enough);
    List<FarmItem> published = farm.items();
    await("account of what was published", () -> account(() -> published).missing().isEmpty());
    FarmAccount account = account(farm::items);
    assertThat(account.unexpected()).isZero();
    assertThat(account.twice()).isZero();
  }

  /**
   * @param items looked at after the index, which gets some all the time
   */
  private FarmAccount account(Supplier<List<FarmItem>> items) {
    Census census = new Census(connection);
    Set<String> documents = census.documents();
    Set<String> rejected = census.rejectedReferences();
    return FarmAccount.of(items.get(), documents, rejected);
  }

  private void await(String what, Callable<Boolean> condition) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!isMet(condition)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + " within " + LIMIT + cluster.tails());
      }
      Thread.sleep(200);
    }
  }

  /** An index that was just killed, or has no documents yet, does not answer. */
  private static boolean isMet(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception notYet) {
      return false;
    }
  }

  @AfterAll
  void stop() {
    cluster.close();
    connection.close();
    node.close();
    farm.close();
  }
}
