// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

/**
 * The uid of every operator. State in a savepoint is found by them: never change one, never reuse
 * one for something else.
 */
public final class OperatorIds {
  static final String SOURCE = "source";
  static final String ROUTER = "intake-router";
  static final String CAPTURE_ARCHIVE = "capture-archive";
  static final String EXTRACTOR = "document-extractor";
  static final String DEDUPLICATOR = "deduplicator";
  static final String SAME_TEXT = "same-text-filter";
  static final String ASSESSOR = "document-assessor";
  static final String ARTICLES = "story-articles";
  static final String FINGERPRINTS = "story-fingerprints";
  static final String STORIES = "stories";
  static final String OTHER_KINDS = "story-other-kinds";
  static final String DOCUMENT_ENTRIES = "document-entries";
  static final String REJECTION_ENTRIES = "rejection-entries";
  static final String HEALTH_ENTRIES = "health-entries";
  static final String DELETIONS = "deletions";
  static final String DELETION_ENTRIES = "deletion-entries";
  static final String ESCALATION = "escalation";
  static final String SINK = "index-sink";

  public static final String ROUNDS = "alert-rounds";
  public static final String EVALUATION = "alert-evaluation";
  public static final String INCIDENTS = "alert-incidents";
  public static final String EXPLAINING = "alert-explaining";
  public static final String STEP_ENTRIES = "alert-step-entries";
  public static final String DECISION_ENTRIES = "alert-decision-entries";
  public static final String ALERT_SINK = "alert-sink";
  public static final String DISPATCH_CLOCK = "alert-dispatch-clock";
  public static final String DELIVERING = "alert-delivering";

  private OperatorIds() {}
}
