// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.demo.farm.FarmItem;

/** Watches a running Marsad, and kills its Elasticsearch once. */
final class Soak implements AutoCloseable {
  private static final long LOOK_MILLIS = 1_000;
  private static final long MEGABYTE = 1_000_000;

  /** How many times memory is looked at, which each time costs a collection. */
  private static final int SAMPLES = 60;

  private static final Duration START = Duration.ofMinutes(10);

  private static final Duration LEAST_BETWEEN_SAMPLES = Duration.ofSeconds(2);

  private final FarmRun run;
  private final SearchWatch watch = new SearchWatch();
  private final Growth used = new Growth("heapMegabytes", "heap after collection, MB", 0.15, 24);
  private final Growth resident = new Growth("residentMegabytes", "Marsad's memory, MB", 0.15, 150);
  private final Growth files = new Growth("openFiles", "Marsad's open files", 0.1, 30);
  private final Growth indexResident =
      new Growth("indexResidentMegabytes", "Elasticsearch's memory, MB", 0.15, 200);
  private final Growth indexFiles =
      new Growth("indexOpenFiles", "Elasticsearch's open files", 0.25, 150);
  private @Nullable RemoteHeap heap;

  Soak(FarmRun run) {
    this.run = run;
  }

  /** Elasticsearch falls in the first third, which counts as warm-up. */
  void through(Duration time) throws InterruptedException {
    awaitFirst();
    long started = System.nanoTime();
    long end = started + time.toNanos();
    long kill = started + time.toNanos() / 4;
    boolean killed = false;
    long between = Math.max(LEAST_BETWEEN_SAMPLES.toNanos(), time.toNanos() / SAMPLES);
    long sample = started + between;
    while (System.nanoTime() < end) {
      run.requireAlive();
      watch.look(run.indexAddress());
      if (!killed && System.nanoTime() > kill) {
        run.killIndex();
        killed = true;
      }
      if (System.nanoTime() > sample) {
        sample();
        sample = System.nanoTime() + between;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** A program that is still starting can neither be looked into nor lose its index. */
  private void awaitFirst() throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!watch.hasBegun()) {
      if (System.nanoTime() > deadline) {
        throw new Remedy("nothing was indexed within " + START.toMinutes() + " minutes.");
      }
      run.requireAlive();
      watch.look(run.indexAddress());
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private void sample() {
    if (heap == null) {
      heap = heap();
    }
    used.add(heap.usedAfterCollection() / MEGABYTE);
    resident.add(ProcessUse.resident(run.pid()) / MEGABYTE);
    files.add(ProcessUse.openFiles(run.pid()));
    run.index()
        .ifPresent(
            index -> {
              indexResident.add(ProcessUse.resident(index.pid()) / MEGABYTE);
              indexFiles.add(ProcessUse.openFiles(index.pid()));
            });
  }

  /** Where Marsad has ended meanwhile, its own last words say why. */
  private RemoteHeap heap() {
    try {
      return RemoteHeap.of(run.pid());
    } catch (Remedy fault) {
      run.requireAlive();
      throw fault;
    }
  }

  List<Growth> growths() {
    return List.of(used, resident, files, indexResident, indexFiles);
  }

  /** From publication to search, shortest first. */
  List<Duration> delays(List<FarmItem> items) {
    watch.look(run.indexAddress());
    return watch.delays(items);
  }

  @Override
  public void close() {
    if (heap != null) {
      heap.close();
    }
  }
}
