// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.time.Clock;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.index.Bulk.Operation;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;

/** What each kind of entry is stored as. */
final class EntryForms {
  private final Clock clock;

  EntryForms(Clock clock) {
    this.clock = clock;
  }

  Operation operation(IndexEntry entry) {
    Document document = entry.document();
    Rejection rejection = entry.rejection();
    SourceHealth health = entry.health();
    IncidentStep step = entry.step();
    Decision decision = entry.decision();
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
    if (step != null) {
      return Operation.create(
          IndexNames.INCIDENTS, step.key(), StoredForm.of(step, clock.instant()));
    }
    if (decision != null) {
      return Operation.create(IndexNames.DECISIONS, decision.id(), IndexEntry.encode(decision));
    }
    throw new IllegalArgumentException("an entry that holds nothing cannot be written");
  }

  static Operation operation(Rejection rejection) {
    return Operation.index(
        IndexNames.REJECTIONS, StoredForm.id(rejection), IndexEntry.encode(rejection));
  }
}
