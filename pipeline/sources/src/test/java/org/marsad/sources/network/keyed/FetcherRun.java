// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Deletion;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keys;
import org.marsad.sources.network.Networks;

/**
 * Steps through a stream, each step with a fetcher of its own, as after a restart: only the cursor
 * may carry anything over.
 */
public final class FetcherRun implements AutoCloseable {
  public static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[16]);

  private static final int MOST_STEPS = 100;

  private final OutletFeed feed;
  private final PoliteClient client;
  private final FetchContext context;
  private @Nullable String cursor;
  private FetchStep last = FetchStep.done(List.of(), null);

  public FetcherRun(OutletFeed feed, Map<String, String> environment, Clock clock) {
    this.feed = feed;
    client =
        new PoliteClient("Test/1.0", HttpLimits.of(1_000_000, Duration.ofSeconds(10)), clock);
    context =
        new FetchContext(
            client, PSEUDONYMS, new Keys(environment), clock, Duration.ZERO, "Test/1.0");
  }

  /** All steps of one poll. */
  public Brought poll() {
    List<Intake> records = new ArrayList<>();
    for (int i = 0; i < MOST_STEPS; i++) {
      records.addAll(step().records());
      if (!last.more()) {
        return new Brought(records, last.fault());
      }
    }
    throw new AssertionError("a poll without end: " + cursor);
  }

  public FetchStep step() {
    try (Fetcher fetcher = Networks.open(feed, context)) {
      last = fetcher.fetch(cursor);
      cursor = last.cursor();
      return last;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public String cursor() {
    return String.valueOf(cursor);
  }

  /** What a poll brought. */
  public record Brought(List<Intake> records, FetchStep.@Nullable Fault fault) {
    public List<RawDocument> documents() {
      return records.stream().flatMap(record -> Stream.ofNullable(record.document())).toList();
    }

    public List<String> ids() {
      return documents().stream().map(document -> String.valueOf(document.nativeId())).toList();
    }

    public List<Deletion> deletions() {
      return records.stream().flatMap(record -> Stream.ofNullable(record.deletion())).toList();
    }

    public List<Rejection> rejections() {
      return records.stream().flatMap(record -> Stream.ofNullable(record.rejection())).toList();
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
