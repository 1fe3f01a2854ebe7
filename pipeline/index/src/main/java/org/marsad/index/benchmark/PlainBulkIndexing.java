// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.benchmark;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;

/**
 * Bulk-indexes documents with the plain client, with nothing before it and nothing beside it: the
 * rate that the machine and Elasticsearch allow. It reads the documents that the index holds and
 * writes them again into an index of the same settings and mapping.
 */
public final class PlainBulkIndexing {
  private static final String INDEX = "benchmark-plain";
  private static final int BATCH = 500;
  private static final Time KEEP = Time.of(t -> t.time("2m"));

  private final ElasticsearchClient client;

  public PlainBulkIndexing(IndexConnection connection) {
    this.client = connection.client();
  }

  /** Documents as JSON, with their ids. */
  private record Batch(List<Hit<JsonData>> documents) {}

  /**
   * @param documents how many were written
   * @param elapsed what the writing took; the reading is not counted
   */
  public record Result(int documents, Duration elapsed) {}

  /**
   * @param leftOut the source whose documents are not used
   * @param threads how many requests are under way at a time
   */
  public Result run(String leftOut, int threads) throws IOException, InterruptedException {
    List<Batch> batches = readAll(leftOut);
    createIndex();
    long started = System.nanoTime();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> writes = new ArrayList<>();
      for (Batch batch : batches) {
        writes.add(
            executor.submit(
                () -> {
                  write(batch);
                  return null;
                }));
      }
      for (Future<?> write : writes) {
        write.get();
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
      return new Result(
          batches.stream().mapToInt(batch -> batch.documents().size()).sum(), elapsed);
    } catch (ExecutionException e) {
      throw new IOException("the plain bulk indexing failed", e.getCause());
    } finally {
      executor.shutdownNow();
      client.indices().delete(d -> d.index(INDEX));
    }
  }

  private void createIndex() throws IOException {
    IndexState state = client.indices().get(g -> g.index(IndexNames.DOCUMENTS)).get(concrete());
    client
        .indices()
        .create(
            c ->
                c.index(INDEX)
                    .mappings(state.mappings())
                    .settings(
                        s ->
                            s.analysis(state.settings().index().analysis())
                                .numberOfShards("1")
                                .numberOfReplicas("0")));
  }

  private String concrete() throws IOException {
    return client
        .indices()
        .get(g -> g.index(IndexNames.DOCUMENTS))
        .result()
        .keySet()
        .iterator()
        .next();
  }

  private List<Batch> readAll(String leftOut) throws IOException {
    client.indices().refresh(r -> r.index(IndexNames.DOCUMENTS));
    String snapshot =
        client.openPointInTime(p -> p.index(IndexNames.DOCUMENTS).keepAlive(KEEP)).id();
    List<Batch> batches = new ArrayList<>();
    List<FieldValue> after = List.of();
    while (true) {
      List<FieldValue> from = after;
      SearchResponse<JsonData> page =
          client.search(
              s -> {
                s.pit(p -> p.id(snapshot).keepAlive(KEEP))
                    .size(BATCH)
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.mustNot(
                                        n -> n.term(t -> t.field("sourceId").value(leftOut)))))
                    .sort(o -> o.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
                return from.isEmpty() ? s : s.searchAfter(from);
              },
              JsonData.class);
      List<Hit<JsonData>> hits = page.hits().hits();
      if (hits.isEmpty()) {
        client.closePointInTime(c -> c.id(snapshot));
        return batches;
      }
      batches.add(new Batch(hits));
      after = hits.get(hits.size() - 1).sort();
    }
  }

  private void write(Batch batch) throws IOException {
    List<BulkOperation> operations =
        batch.documents().stream()
            .map(
                hit ->
                    BulkOperation.of(
                        o -> o.index(i -> i.index(INDEX).id(hit.id()).document(hit.source()))))
            .toList();
    BulkResponse response = client.bulk(b -> b.operations(operations));
    if (response.errors()) {
      throw new IOException("the plain bulk indexing was refused in part");
    }
  }
}
