// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.index.Bulk.Answer;
import org.marsad.index.Bulk.Operation;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;
import org.marsad.model.Stage;

/**
 * Writes documents, rejections and source health. Thread-safe; blocks until Elasticsearch has
 * answered.
 *
 * <p>Writing is idempotent. A document is created under its own id. Where there is one already, the
 * content hash tells: the same text, or one that the document had before, changes nothing; a new
 * one replaces it as the next version, and the former goes into the history first. So a replay, or
 * a second import, leaves the index as it is. A page that returns to an earlier wording is not a
 * new version: that could not be told from a replay.
 */
public final class BulkWriter {
  private static final int CONFLICT = 409;

  /** Beyond this a single document would take a good part of a small node's memory. */
  private static final int MAX_DOCUMENT_BYTES = 16 << 20;

  private final Bulk bulk;
  private final Edits edits;
  private final SameText sameText;
  private final Clock clock;

  public BulkWriter(IndexConnection connection) {
    this.bulk = new Bulk(connection);
    this.edits = new Edits(connection, bulk);
    this.sameText = new SameText(connection);
    this.clock = Clock.systemUTC();
  }

  /**
   * Writes the entries; those of one document in their order.
   *
   * @return one outcome for each entry, in the same order
   * @throws IndexUnavailableException when Elasticsearch does not answer or cannot now; some
   *     entries may have been written: write all of them again {@link IndexEntry#asRetried}
   * @throws IndexRefusedException when a person must act: wrong key, missing index
   */
  public List<WriteOutcome> write(List<IndexEntry> entries) {
    WriteOutcome[] outcomes = new WriteOutcome[entries.size()];
    sameText.find(entries).forEach(i -> outcomes[i] = WriteOutcome.DUPLICATE);
    Set<String> held = new HashSet<>();
    for (List<Integer> round : rounds(entries)) {
      writeRound(entries, round, held, outcomes);
    }
    storeRejections(entries, outcomes);
    return Arrays.asList(outcomes);
  }

  /** Positions of the entries, such that no document occurs twice in one round. */
  private static List<List<Integer>> rounds(List<IndexEntry> entries) {
    List<List<Integer>> rounds = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Document document = entries.get(i).document();
      int round = document == null ? 0 : seen.merge(document.id(), 1, Integer::sum) - 1;
      while (rounds.size() <= round) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(i);
    }
    return rounds;
  }

  private void writeRound(
      List<IndexEntry> entries, List<Integer> round, Set<String> held, WriteOutcome[] outcomes) {
    List<Integer> sent = new ArrayList<>();
    List<Operation> operations = new ArrayList<>();
    for (int i : round) {
      if (outcomes[i] != null) {
        continue;
      }
      Document document = entries.get(i).document();
      if (document != null && held.contains(document.id())) {
        outcomes[i] = WriteOutcome.retry("an earlier text of this document has to go first");
        continue;
      }
      Operation operation = operation(entries.get(i));
      if (operation.bytes() > MAX_DOCUMENT_BYTES) {
        outcomes[i] =
            WriteOutcome.rejected(
                "too-large",
                "%d bytes, at most %d are indexed: shorten or split the text"
                    .formatted(operation.bytes(), MAX_DOCUMENT_BYTES));
        continue;
      }
      sent.add(i);
      operations.add(operation);
    }
    List<Answer> answers = bulk.send(operations);
    Map<Integer, IndexEntry> known = new TreeMap<>();
    for (int n = 0; n < sent.size(); n++) {
      int i = sent.get(n);
      if (answers.get(n).status() == CONFLICT) {
        known.put(i, entries.get(i));
      } else {
        outcomes[i] = outcome(answers.get(n));
      }
    }
    edits.resolve(known).forEach((i, outcome) -> outcomes[i] = outcome);
    for (int i : round) {
      Document document = entries.get(i).document();
      if (document != null && outcomes[i].kind() == WriteOutcome.Kind.RETRY) {
        held.add(document.id());
      }
    }
  }

  private static Operation operation(IndexEntry entry) {
    Document document = entry.document();
    Rejection rejection = entry.rejection();
    SourceHealth health = entry.health();
    if (document != null) {
      return Operation.create(IndexNames.DOCUMENTS, document.id(), StoredForm.of(document, 1));
    }
    if (rejection != null) {
      return operation(rejection);
    }
    if (health != null) {
      return Operation.index(
          IndexNames.SOURCES,
          DocumentIds.ofNativeId(health.outletId(), health.feedId()),
          IndexEntry.encode(health));
    }
    throw new IllegalArgumentException("an entry holds a document, a rejection or a health");
  }

  private static Operation operation(Rejection rejection) {
    return Operation.index(
        IndexNames.REJECTIONS, StoredForm.id(rejection), IndexEntry.encode(rejection));
  }

  static WriteOutcome outcome(Answer answer) {
    if (answer.stored()) {
      return WriteOutcome.INDEXED;
    }
    String reason = answer.reason() == null ? "refused" : answer.reason();
    String message = "Elasticsearch: " + answer.message();
    int status = answer.status();
    if (status == CONFLICT
        || status == Failures.TOO_MANY_REQUESTS
        || status >= Failures.SERVER_ERROR
        || reason.equals("cluster-block")) {
      return WriteOutcome.retry(message);
    }
    if (status == Failures.UNAUTHORIZED || status == Failures.FORBIDDEN) {
      throw new IndexRefusedException(
          message + ": the API key may not write marsad-*; give it the right", null);
    }
    if (status == Failures.NOT_FOUND) {
      throw new IndexRefusedException(
          message + ": start marsad again, which installs the indices", null);
    }
    return WriteOutcome.rejected(reason, message);
  }

  private void storeRejections(List<IndexEntry> entries, WriteOutcome[] outcomes) {
    List<Operation> rejections = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      @Nullable Document document = entries.get(i).document();
      WriteOutcome outcome = outcomes[i];
      if (document != null && outcome.reason() != null && outcome.message() != null) {
        rejections.add(
            operation(
                new Rejection(
                    document.sourceId(),
                    Stage.INDEX,
                    outcome.reason(),
                    outcome.message(),
                    document.reference(),
                    clock.instant())));
      }
    }
    for (Answer answer : bulk.send(rejections)) {
      outcome(answer);
    }
  }
}
