// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends many operations in requests of bearable size and reports on each of them. */
final class Bulk {
  private static final long REQUEST_BYTES = 5L << 20;

  private final IndexConnection connection;

  Bulk(IndexConnection connection) {
    this.connection = connection;
  }

  /** One thing to store. */
  record Operation(BulkOperation operation, int bytes) {
    static Operation create(String index, String id, byte[] source) {
      return new Operation(
          BulkOperation.of(o -> o.create(c -> c.index(index).id(id).document(json(source)))),
          source.length);
    }

    static Operation index(String index, String id, byte[] source) {
      return new Operation(
          BulkOperation.of(o -> o.index(i -> i.index(index).id(id).document(json(source)))),
          source.length);
    }

    static Operation delete(String index, String id) {
      return new Operation(BulkOperation.of(o -> o.delete(d -> d.index(index).id(id))), 0);
    }

    /** Stores only if the document is still the one that was read. */
    static Operation replace(
        String index, String id, byte[] source, long sequenceNumber, long primaryTerm) {
      return new Operation(
          BulkOperation.of(
              o ->
                  o.index(
                      i ->
                          i.index(index)
                              .id(id)
                              .ifSeqNo(sequenceNumber)
                              .ifPrimaryTerm(primaryTerm)
                              .document(json(source)))),
          source.length);
    }

    private static BinaryData json(byte[] source) {
      return BinaryData.of(source, ContentType.APPLICATION_JSON);
    }
  }

  /** An answer to one operation: 2xx means stored. */
  record Answer(int status, @Nullable String reason, @Nullable String message) {
    boolean stored() {
      return status < 300;
    }

    /**
     * What became of it.
     *
     * @throws IndexRefusedException when a person must act: wrong key, missing index
     */
    WriteOutcome outcome() {
      if (stored()) {
        return WriteOutcome.INDEXED;
      }
      String cause = reason == null ? "refused" : reason;
      String told = "Elasticsearch: " + message;
      if (status == Failures.CONFLICT
          || status == Failures.TOO_MANY_REQUESTS
          || status >= Failures.SERVER_ERROR
          || cause.equals("cluster-block")) {
        return WriteOutcome.retry(told);
      }
      if (status == Failures.UNAUTHORIZED || status == Failures.FORBIDDEN) {
        throw new IndexRefusedException(
            told + ": the API key may not write marsad-*; give it the right", null);
      }
      if (status == Failures.NOT_FOUND) {
        throw new IndexRefusedException(
            told + ": start marsad again, which installs the indices", null);
      }
      return WriteOutcome.rejected(cause, told);
    }
  }

  /**
   * Sends the operations in order.
   *
   * @return as many answers, in the same order
   */
  List<Answer> send(List<Operation> operations) {
    List<Answer> answers = new ArrayList<>(operations.size());
    int start = 0;
    long bytes = 0;
    for (int end = 0; end < operations.size(); end++) {
      int next = operations.get(end).bytes();
      if (end > start && bytes + next > REQUEST_BYTES) {
        request(operations.subList(start, end), answers);
        start = end;
        bytes = 0;
      }
      bytes += next;
    }
    if (start < operations.size()) {
      request(operations.subList(start, operations.size()), answers);
    }
    return answers;
  }

  private void request(List<Operation> operations, List<Answer> answers) {
    List<BulkOperation> parts = operations.stream().map(Operation::operation).toList();
    try {
      connection
          .call(client -> client.bulk(b -> b.operations(parts)))
          .items()
          .forEach(item -> answers.add(answer(item)));
    } catch (ElasticsearchException e) {
      // The request as a whole was found faulty: halve it until the faulty operation is alone.
      if (operations.size() == 1) {
        answers.add(new Answer(e.status(), hyphenated(e.error()), message(e.error())));
        return;
      }
      int half = operations.size() / 2;
      request(operations.subList(0, half), answers);
      request(operations.subList(half, operations.size()), answers);
    }
  }

  private static Answer answer(BulkResponseItem item) {
    ErrorCause error = item.error();
    return error == null
        ? new Answer(item.status(), null, null)
        : new Answer(item.status(), hyphenated(error), message(error));
  }

  /** Without the preview that Elasticsearch gives of the value: it may be somebody's text. */
  private static @Nullable String message(ErrorCause error) {
    return error.reason() == null ? null : error.reason().replaceFirst("(?s)\\. Preview of.*", "");
  }

  private static @Nullable String hyphenated(ErrorCause error) {
    return error.type() == null
        ? null
        : error.type().replaceFirst("_exception$", "").replace('_', '-');
  }
}
