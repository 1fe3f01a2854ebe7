// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * A Flink cluster on loopback, each of its programs in a JVM of its own: a JobManager in
 * application mode, which runs {@link ClusterJob}; two TaskManagers of one slot each; and a
 * ZooKeeper, which does what Kubernetes does for high availability. Flink's settings are those of
 * the manifest, but for sizes and places.
 */
final class FlinkCluster implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int TASK_MANAGERS = 2;

  private final Path folder;
  private final List<String> jobArguments;
  private final List<String> javaOptions;
  private final int restPort = freePort();
  private final int zooKeeperPort = freePort();
  private @Nullable ClusterProgram zooKeeper;
  private @Nullable ClusterProgram jobManager;
  private final @Nullable ClusterProgram[] taskManagers = new ClusterProgram[TASK_MANAGERS];
  private int starts;

  /**
   * @param folder for all that it keeps
   * @param jobArguments those of {@link ClusterJob}
   */
  FlinkCluster(Path folder, List<String> jobArguments) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.jobArguments = jobArguments;
    ManifestSettings manifest = new ManifestSettings();
    this.javaOptions = manifest.javaOptions();
    Map<String, String> settings = new TreeMap<>(manifest.settings());
    settings.putAll(places());
    settings.putAll(sizes());
    Json.MAPPER.writeValue(folder.resolve("config.yaml").toFile(), settings);
    // Programs outlive the one that started them, also a test that was given up.
    Runtime.getRuntime().addShutdownHook(new Thread(this::killAll));
    Files.writeString(
        folder.resolve("zoo.cfg"),
        "tickTime=500\nadmin.enableServer=false\nclientPortAddress=%s\nclientPort=%d\ndataDir=%s\n"
            .formatted(LOOPBACK, zooKeeperPort, folder.resolve("zookeeper")));
  }

  private Map<String, String> places() {
    Map<String, String> places = new TreeMap<>();
    places.put("jobmanager.rpc.address", LOOPBACK);
    places.put("jobmanager.bind-host", LOOPBACK);
    places.put("taskmanager.host", LOOPBACK);
    places.put("taskmanager.bind-host", LOOPBACK);
    places.put("rest.address", LOOPBACK);
    places.put("rest.bind-address", LOOPBACK);
    places.put("rest.port", Integer.toString(restPort));
    places.put("high-availability.type", "zookeeper");
    places.put("high-availability.zookeeper.quorum", LOOPBACK + ":" + zooKeeperPort);
    // A JobManager that was killed leads until its session ends.
    places.put("high-availability.zookeeper.client.session-timeout", "5000");
    places.put("high-availability.storageDir", uri("ha"));
    places.put("execution.checkpointing.dir", uri("checkpoints"));
    places.put("io.tmp.dirs", folder.resolve("tmp").toString());
    return places;
  }

  /** Small, and one slot for each TaskManager: a job of two subtasks needs both. */
  private static Map<String, String> sizes() {
    Map<String, String> sizes = new TreeMap<>();
    sizes.put("taskmanager.numberOfTaskSlots", "1");
    sizes.put("taskmanager.cpu.cores", "1");
    sizes.put("taskmanager.memory.framework.heap.size", "64m");
    sizes.put("taskmanager.memory.task.heap.size", "320m");
    sizes.put("taskmanager.memory.framework.off-heap.size", "64m");
    sizes.put("taskmanager.memory.task.off-heap.size", "16m");
    sizes.put("taskmanager.memory.network.min", "32m");
    sizes.put("taskmanager.memory.network.max", "32m");
    sizes.put("taskmanager.memory.managed.size", "64m");
    sizes.put("taskmanager.memory.jvm-metaspace.size", "192m");
    sizes.put("taskmanager.memory.jvm-overhead.min", "64m");
    sizes.put("taskmanager.memory.jvm-overhead.max", "64m");
    return sizes;
  }

  FlinkRest rest() {
    return new FlinkRest("http://" + LOOPBACK + ":" + restPort);
  }

  /**
   * Starts whatever does not run; the job goes on where it was.
   *
   * @param savepoint where a job begins that was not killed; null for anew
   */
  void startMissing(int parallelism, @Nullable String savepoint) throws IOException {
    if (zooKeeper == null || !zooKeeper.isAlive()) {
      zooKeeper = startZooKeeper();
    }
    if (jobManager == null || !jobManager.isAlive()) {
      jobManager = startJobManager(parallelism, savepoint);
    }
    for (int i = 0; i < TASK_MANAGERS; i++) {
      ClusterProgram taskManager = taskManagers[i];
      if (taskManager == null || !taskManager.isAlive()) {
        taskManagers[i] = startTaskManager(i);
      }
    }
  }

  private ClusterProgram startZooKeeper() throws IOException {
    return ClusterProgram.start(
        folder,
        "zookeeper",
        List.of("-Xmx48m"),
        FlinkZooKeeperQuorumPeer.class.getName(),
        List.of("--zkConfigFile", folder.resolve("zoo.cfg").toString(), "--peerId", "1"));
  }

  private ClusterProgram startJobManager(int parallelism, @Nullable String savepoint)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--configDir", folder.toString()));
    arguments.addAll(List.of("--job-classname", ClusterJob.class.getName()));
    arguments.add("-Dparallelism.default=" + parallelism);
    if (savepoint != null) {
      arguments.addAll(List.of("--fromSavepoint", savepoint));
    }
    arguments.addAll(jobArguments);
    return ClusterProgram.start(
        folder,
        "jobmanager",
        options("-Xmx256m"),
        StandaloneApplicationClusterEntryPoint.class.getName(),
        arguments);
  }

  /** Each start has a name of its own, as a new Pod has. */
  private ClusterProgram startTaskManager(int number) throws IOException {
    return ClusterProgram.start(
        folder,
        "taskmanager-" + number,
        options("-Xmx384m", "-XX:MaxDirectMemorySize=112m"),
        TaskManagerRunner.class.getName(),
        List.of(
            "--configDir",
            folder.toString(),
            "-Dtaskmanager.resource-id=" + number + "-" + starts++));
  }

  private List<String> options(String... own) {
    return Stream.concat(javaOptions.stream(), Stream.of(own)).toList();
  }

  /**
   * @param resourceId of the TaskManager, as Flink tells it
   */
  void killTaskManager(String resourceId) {
    kill(taskManagers[Integer.parseInt(resourceId.substring(0, resourceId.indexOf('-')))]);
  }

  void killJobManager() {
    kill(jobManager);
  }

  void killAll() {
    programs().forEach(ClusterProgram::kill);
  }

  /** Waits for the JobManager's end, which comes with the job's, and returns its status. */
  int awaitEnd() {
    if (jobManager == null) {
      throw new IllegalStateException("it was not started");
    }
    return jobManager.exit().join();
  }

  /** The ends of all logs. */
  String tails() {
    return programs().map(ClusterProgram::tail).reduce("", String::concat);
  }

  String savepoints() {
    return uri("savepoints");
  }

  private Stream<ClusterProgram> programs() {
    return Stream.concat(Stream.of(taskManagers), Stream.of(jobManager, zooKeeper))
        .filter(program -> program != null);
  }

  private static void kill(@Nullable ClusterProgram program) {
    if (program != null) {
      program.kill();
    }
  }

  private String uri(String name) {
    return folder.resolve(name).toUri().toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    killAll();
  }
}
