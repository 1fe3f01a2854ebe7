// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.marsad.job.Graph;
import org.marsad.job.GraphRules;
import org.marsad.job.metrics.LocalCounters;

/** A job that runs in a local Flink cluster of this JVM. */
public final class LocalJob implements AutoCloseable {
  /** The state of a job whose cluster has gone. */
  public static final String ENDED = "ENDED";

  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final JobClient client;
  private final LocalCounters counters;
  private final CompletableFuture<@Nullable Void> result;
  private final Instant since = Instant.now();

  private LocalJob(JobClient client, LocalCounters counters) {
    this.client = client;
    this.counters = counters;
    this.result = client.getJobExecutionResult().thenApply(ended -> null);
  }

  /**
   * Starts a job that goes on for ever, from the latest checkpoint of the last run where there is
   * one, and takes itself up again after a failure. A graph that fails is started again by itself,
   * and one that the last run did not have begins anew.
   */
  public static LocalJob startContinuous(
      List<Graph> graphs, int parallelism, Checkpoints checkpoints, Duration checkpointEvery) {
    Configuration configuration = base();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.folder().toUri().toString());
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    checkpoints
        .latest()
        .ifPresent(
            latest -> {
              configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, latest.toUri().toString());
              // The checkpoint becomes this run's own: it is removed when a newer one replaces it.
              configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
            });
    return start(graphs, parallelism, configuration);
  }

  /**
   * Starts a job over a bounded source. It keeps no checkpoints and is not restarted: the same
   * import can be run again at any time, because nothing is indexed twice.
   */
  public static LocalJob startBounded(Graph graph, int parallelism) {
    Configuration configuration = base();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    return start(List.of(graph), parallelism, configuration);
  }

  private static Configuration base() {
    Configuration configuration = GraphRules.configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(8));
    return configuration;
  }

  private static LocalJob start(List<Graph> graphs, int parallelism, Configuration configuration) {
    LocalCounters counters = new LocalCounters();
    counters.attachTo(configuration);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    graphs.forEach(graph -> graph.buildOn(environment));
    try {
      return new LocalJob(environment.executeAsync("marsad"), counters);
    } catch (Exception e) {
      throw new IllegalStateException("the job could not be started", e);
    }
  }

  public LocalCounters counters() {
    return counters;
  }

  public Instant since() {
    return since;
  }

  /** The job's state in Flink's words, for example RUNNING, or {@link #ENDED}. */
  public String state() {
    return status().map(JobStatus::name).orElse(ENDED);
  }

  /** Completes when the job has ended, with its fault if it failed. */
  public CompletableFuture<@Nullable Void> ended() {
    return result;
  }

  /** Cancels the job if it runs; its last checkpoint stays for the next start. */
  @Override
  public void close() {
    if (result.isDone()) {
      return;
    }
    try {
      client.cancel().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // It has ended meanwhile, or it does not answer: the checkpoint on disk is what counts.
    }
  }

  private Optional<JobStatus> status() {
    try {
      return Optional.of(client.getJobStatus().get(2, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
