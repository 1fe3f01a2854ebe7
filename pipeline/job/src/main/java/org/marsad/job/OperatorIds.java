// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

/**
 * The uid of every operator. State in a savepoint is found by them: never change one, never reuse
 * one for something else.
 */
final class OperatorIds {
  static final String SOURCE = "source";
  static final String ROUTER = "intake-router";
  static final String EXTRACTOR = "document-extractor";
  static final String DEDUPLICATOR = "deduplicator";
  static final String SAME_TEXT = "same-text-filter";
  static final String ASSESSOR = "document-assessor";
  static final String DOCUMENT_ENTRIES = "document-entries";
  static final String REJECTION_ENTRIES = "rejection-entries";
  static final String HEALTH_ENTRIES = "health-entries";
  static final String SINK = "index-sink";

  private OperatorIds() {}
}
