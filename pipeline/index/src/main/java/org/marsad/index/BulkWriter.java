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
import org.marsad.model.Deletion;
import org.marsad.model.Document;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;

/**
 * Writes documents, rejections, source health, and what alerting found. Thread-safe; blocks until
 * Elasticsearch has answered.
 *
 * <p>Writing is idempotent. A document is created under its own id. Where there is one already, the
 * content hash tells: the same text, or one that the document had before, changes nothing; a new
 * one replaces it as the next version, and the former goes into the history first. So a replay, or
 * a second import, leaves the index as it is. A page that returns to an earlier wording is not a
 * new version: that could not be told from a replay.
 *
 * <p>A deletion replaces the document by a tombstone, which keeps it out for ever (see {@link
 * Erasure}); one of a document that the index does not hold changes nothing.
 *
 * <p>A step of an incident and a decision are written once: what people may have been told already
 * stays as it is, and a second one under the same key is a duplicate.
 */
public final class BulkWriter {
  /** In rejections, in the place of the outlet. */
  private static final String ALERTS = "alerts";

  /** Beyond this a single document would take a good part of a small node's memory. */
  private static final int MAX_DOCUMENT_BYTES = 16 << 20;

  private final Bulk bulk;
  private final Edits edits;
  private final SameText sameText;
  private final Erasure erasure;
  private final EntryForms forms;
  private final Clock clock;

  public BulkWriter(IndexConnection connection) {
    this.bulk = new Bulk(connection);
    this.erasure = new Erasure(connection);
    this.edits = new Edits(connection, bulk);
    this.sameText = new SameText(connection);
    this.clock = Clock.systemUTC();
    this.forms = new EntryForms(clock);
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
    for (int i = 0; i < outcomes.length; i++) {
      if (entries.get(i).deletion() != null) {
        outcomes[i] = WriteOutcome.ERASED;
      }
    }
    Set<String> held = new HashSet<>();
    for (List<Integer> round : rounds(entries)) {
      writeRound(entries, round, held, outcomes);
    }
    erase(entries, held, outcomes);
    storeRejections(entries, outcomes);
    return Arrays.asList(outcomes);
  }

  /** Behind all documents, whatever their order was: what is deleted does not come back. */
  private void erase(List<IndexEntry> entries, Set<String> held, WriteOutcome[] outcomes) {
    List<Deletion> deletions = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      Deletion deletion = entries.get(i).deletion();
      if (deletion == null) {
        continue;
      }
      if (deletion.documentId() != null && held.contains(deletion.documentId())) {
        outcomes[i] = WriteOutcome.retry("a text of this document has to go first");
      } else {
        deletions.add(deletion);
      }
    }
    erasure.carryOut(deletions);
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
      Operation operation = forms.operation(entries.get(i));
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
      if (answers.get(n).status() != Failures.CONFLICT) {
        outcomes[i] = answers.get(n).outcome();
      } else if (entries.get(i).document() == null) {
        outcomes[i] = WriteOutcome.DUPLICATE;
      } else {
        known.put(i, entries.get(i));
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

  private void storeRejections(List<IndexEntry> entries, WriteOutcome[] outcomes) {
    List<Operation> rejections = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      Rejection rejection = rejection(entries.get(i), outcomes[i]);
      if (rejection != null) {
        rejections.add(EntryForms.operation(rejection));
      }
    }
    for (Answer answer : bulk.send(rejections)) {
      WriteOutcome unused = answer.outcome();
    }
  }

  /** What is stored in the place of an entry that the index will never take, if it is one. */
  private @Nullable Rejection rejection(IndexEntry entry, WriteOutcome outcome) {
    if (outcome.reason() == null || outcome.message() == null) {
      return null;
    }
    String source = ALERTS;
    String reference;
    if (entry.document() != null) {
      source = entry.document().sourceId();
      reference = entry.document().reference();
    } else if (entry.step() != null) {
      reference = entry.step().key();
    } else if (entry.decision() != null) {
      reference = entry.decision().id();
    } else {
      return null;
    }
    return new Rejection(
        source, Stage.INDEX, outcome.reason(), outcome.message(), reference, clock.instant());
  }
}
