// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.benchmark;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.IndexUnavailableException;
import org.marsad.model.DocumentKind;

/**
 * Fills an index with as many documents as are wanted, to measure queries on: those that it holds,
 * over and over, each with an id of its own, spread evenly over a time, and with an author where it
 * is no article.
 */
public final class ManyDocuments {
  /** How many outlets they are said to come from: {@code outlet-0} and so on. */
  public static final int SOURCES = 50;

  /** How many people are said to have written what is no article; few of them wrote most. */
  private static final int PEOPLE = 50_000;

  private static final int BATCH = 1_000;
  private static final int CONFLICT = 409;
  private static final int MOST_ATTEMPTS = 60;
  private static final long PAUSE_NANOS = 1_000_000_000;
  private static final int MOST_ORIGINALS = 5_000;

  private final IndexConnection connection;
  private final Random random = new Random(1);

  public ManyDocuments(IndexConnection connection) {
    this.connection = connection;
  }

  /**
   * Writes them, and waits until all can be searched.
   *
   * @param span how far back from {@code end} they were published
   */
  public void write(int documents, Instant end, Duration span) {
    List<ObjectNode> forms = originals();
    List<BulkOperation> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < documents; i++) {
      batch.add(create(forms.get(i % forms.size()), i, end.minusMillis(within(span))));
      if (batch.size() == BATCH || i == documents - 1) {
        send(List.copyOf(batch));
        batch.clear();
      }
    }
    connection.refresh();
  }

  private List<ObjectNode> originals() {
    connection.refresh();
    return connection
        .call(
            client ->
                client.search(
                    s -> s.index(IndexNames.DOCUMENTS).size(MOST_ORIGINALS), ObjectNode.class))
        .hits()
        .hits()
        .stream()
        .flatMap(hit -> Stream.ofNullable(hit.source()))
        .toList();
  }

  private long within(Duration span) {
    return 1 + (long) (random.nextDouble() * (span.toMillis() - 1));
  }

  private BulkOperation create(ObjectNode form, int number, Instant published) {
    String id = "made-" + number;
    ObjectNode document =
        form.deepCopy()
            .put("id", id)
            .put("sourceId", "outlet-" + random.nextInt(SOURCES))
            .put("published", published.toString())
            .put("date", published.toString())
            .put("version", 1);
    if (!DocumentKind.ARTICLE.name().equals(document.path("kind").asText())) {
      document.put("author", "person-" + (int) (PEOPLE * Math.pow(random.nextDouble(), 3)));
    }
    return BulkOperation.of(
        o -> o.create(c -> c.index(IndexNames.DOCUMENTS).id(id).document(document)));
  }

  /** A small node is busy at times; what it has taken already is no fault. */
  private void send(List<BulkOperation> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        BulkResponse answer = connection.call(client -> client.bulk(b -> b.operations(batch)));
        if (answer.items().stream().allMatch(ManyDocuments::isThere)) {
          return;
        }
      } catch (IndexUnavailableException busy) {
        if (attempt == MOST_ATTEMPTS) {
          throw busy;
        }
      }
      if (attempt == MOST_ATTEMPTS) {
        throw new IllegalStateException("the index refused some of the made documents");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean isThere(BulkResponseItem item) {
    return item.error() == null || item.status() == CONFLICT;
  }
}
