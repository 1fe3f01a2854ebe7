// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;

/**
 * Reads Jetstream: a step takes what the socket brings within a few seconds. The path of the feed's
 * URL says which version the server speaks. The socket stays open as long as there is more to catch
 * up with; whatever ends it, the next step goes on behind the last whole event.
 */
public final class BlueskyFetcher implements Fetcher {
  private static final int EVENTS_A_STEP = 5_000;
  private static final int RECORDS_A_STEP = 500;
  private static final Duration STEP = Duration.ofSeconds(5);

  /**
   * Behind an event: on the live network something happens all the time. The first event may take
   * the whole step, for a server has to find the place first.
   */
  private static final Duration SILENCE = Duration.ofSeconds(2);

  /** Nothing older than this is still to come: the stream is read up to now. */
  private static final Duration NEARLY_NOW = Duration.ofSeconds(10);

  private final Clock clock;
  private final Jetstream server;
  private final PostStream stream;
  private @Nullable EventSocket socket;
  private @Nullable String openBehind;

  public BlueskyFetcher(OutletFeed feed, FetchContext context) {
    this.clock = context.clock();
    this.server = new Jetstream(feed.url(), context.userAgent());
    this.stream = new PostStream(feed, context);
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    Progress progress = Progress.of(cursor, server.second());
    boolean goesOn = socket != null && cursor != null && cursor.equals(openBehind);
    boolean mayHaveGap = !goesOn && progress.place() != null;
    EventSocket events = socket;
    if (!goesOn || events == null) {
      close();
      try {
        events = server.connect(progress.place());
      } catch (IOException e) {
        return FetchStep.fault(cursor, Handshake.fault(e, clock.instant()));
      }
      socket = events;
    }
    return read(events, progress, cursor, mayHaveGap);
  }

  private FetchStep read(
      EventSocket events, Progress start, @Nullable String cursor, boolean mayHaveGap)
      throws InterruptedException {
    List<Intake> records = new ArrayList<>();
    Progress progress = start;
    boolean first = mayHaveGap;
    int taken = 0;
    long end = System.nanoTime() + STEP.toNanos();
    while (taken < EVENTS_A_STEP && records.size() < RECORDS_A_STEP) {
      long left = end - System.nanoTime();
      String message = left <= 0 ? null : events.next(shorter(taken == 0 ? STEP : SILENCE, left));
      if (message == null) {
        break;
      }
      taken++;
      Event event = event(message);
      if (first && event.place() != null) {
        first = false;
        records.addAll(stream.gap(progress.place(), event.place()));
      }
      Progress now = progress.at(event.place());
      records.addAll(
          stream.records(event, progress.memory(), "event behind " + position(progress)));
      progress = now;
    }
    boolean further = !Objects.equals(progress.place(), start.place());
    if (events.isEnded() && !further) {
      return closed(records, cursor);
    }
    boolean full = taken >= EVENTS_A_STEP || records.size() >= RECORDS_A_STEP;
    return step(events, records, progress, cursor, full || System.nanoTime() >= end);
  }

  /** Without the usual back-off, a server that only repeats itself would be asked without end. */
  private FetchStep closed(List<Intake> records, @Nullable String cursor) {
    close();
    return new FetchStep(
        records,
        cursor,
        false,
        new FetchStep.Fault(
            SourceState.FAILING,
            null,
            "Jetstream closed the connection before a new event was whole; it is tried again",
            null));
  }

  /**
   * @param busy whether something other than silence ended the step
   */
  private FetchStep step(
      EventSocket events,
      List<Intake> records,
      Progress progress,
      @Nullable String cursor,
      boolean busy) {
    String next = progress.cursor() == null ? cursor : progress.cursor();
    boolean more = events.isEnded() || (busy && !isNearlyNow(progress));
    if (more && !events.isEnded()) {
      openBehind = next;
    } else {
      // The next poll may be minutes away, and a reader who does not read is a burden.
      close();
    }
    return more ? FetchStep.more(records, next) : FetchStep.done(records, next);
  }

  private static Event event(String message) {
    return message == EventSocket.TOO_LONG
        ? new Event.Broken(null, "too-large", "an event is longer than a million characters")
        : Event.read(message);
  }

  private boolean isNearlyNow(Progress progress) {
    Instant now = clock.instant();
    return progress.place() != null && progress.place().time().isAfter(now.minus(NEARLY_NOW));
  }

  private static String position(Progress progress) {
    return progress.place() == null ? "the start" : String.valueOf(progress.place().position());
  }

  private static Duration shorter(Duration wait, long nanos) {
    return Duration.ofNanos(
        Math.min(wait.toNanos(), Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1))));
  }

  @Override
  public void close() {
    EventSocket open = socket;
    socket = null;
    openBehind = null;
    if (open != null) {
      open.close();
    }
  }
}
