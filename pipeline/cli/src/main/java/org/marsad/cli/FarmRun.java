// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.demo.farm.FarmItem;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.index.benchmark.Census;

/** {@code ./marsad run} as a program of its own, which can be killed and started again. */
final class FarmRun implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Path folder;
  private final Path catalogue;
  private Process process;
  private long peakMemory;

  FarmRun(Path folder, Path catalogue) throws IOException {
    this.folder = folder;
    this.catalogue = catalogue;
    this.process = start();
  }

  /** Lets it run, and kills it at moments that nobody has chosen. */
  void through(Duration time, int kills, Random random) throws IOException, InterruptedException {
    List<Long> moments = random.longs(kills, 0, time.toMillis()).sorted().boxed().toList();
    long started = System.nanoTime();
    for (long moment : moments) {
      await(started, moment);
      kill();
      process = start();
    }
    await(started, time.toMillis());
  }

  /** Ends its Elasticsearch as {@code kill -9} does; Marsad starts it again. */
  void killIndex() {
    process.children().forEach(ProcessHandle::destroyForcibly);
  }

  long pid() {
    return process.pid();
  }

  /** Of its Elasticsearch; none while that is not up. */
  Optional<ProcessHandle> index() {
    return process.children().findFirst();
  }

  /** Null while the index is starting. */
  @Nullable URI indexAddress() {
    return DataDirectory.runningIndex(data());
  }

  private void await(long started, long moment) throws InterruptedException {
    while (System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(moment)) {
      requireAlive();
      look();
      Thread.sleep(500);
    }
  }

  /** Waits until nothing is missing any more, at most so long, and counts. */
  FarmAccount settled(List<FarmItem> items, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      requireAlive();
      look();
      FarmAccount account = account(items);
      if (account.missing().isEmpty() || System.nanoTime() > deadline) {
        return account;
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  /** An index that is still starting holds nothing yet. */
  private FarmAccount account(List<FarmItem> items) {
    URI address = indexAddress();
    if (address == null) {
      return FarmAccount.of(items, Set.of(), Set.of());
    }
    try (IndexConnection connection = IndexConnection.open(new IndexAddress(address, null))) {
      Census census = new Census(connection);
      return FarmAccount.of(items, census.documents(), census.rejectedReferences());
    }
  }

  /** Of the whole program with its Elasticsearch, in bytes; 0 where the system does not tell. */
  long peakMemory() {
    return peakMemory;
  }

  private void look() {
    long now =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .mapToLong(handle -> ProcessUse.resident(handle.pid()))
            .sum();
    peakMemory = Math.max(peakMemory, now);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("run.log");
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Marsad.class.getName()));
    command.addAll(
        List.of(
            "run", "--data", data().toString(), "--outlets", catalogue.toString(), "--port", "0"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  void requireAlive() {
    if (!process.isAlive()) {
      throw new Remedy("./marsad run ended by itself:\n" + tail());
    }
  }

  private String tail() {
    try {
      String all = Files.readString(log());
      return all.substring(Math.max(0, all.length() - 2_000));
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }

  /** As {@code kill -9} does; its Elasticsearch goes with it. */
  private void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
