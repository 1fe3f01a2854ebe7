// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.util.List;

/** The aliases that everything is written and read by. Each stands on one index, {@code NAME-1}. */
public final class IndexNames {
  public static final String DOCUMENTS = "marsad-documents";

  /** Former texts of edited documents. */
  public static final String VERSIONS = "marsad-versions";

  /** What is counted of documents whose texts were kept for as long as they may be. */
  public static final String FIGURES = "marsad-figures";

  public static final String REJECTIONS = "marsad-rejections";

  /** The health of each feed. */
  public static final String SOURCES = "marsad-sources";

  /** Small collections of alerting: rules, subscriptions, verdicts. */
  public static final String REGISTRY = "marsad-registry";

  /** The steps of incidents. */
  public static final String INCIDENTS = "marsad-incidents";

  /** Why each rule did or did not fire. */
  public static final String DECISIONS = "marsad-decisions";

  /** The outbox of alerts, and its receipts. */
  public static final String DELIVERIES = "marsad-deliveries";

  /** Who may use the dashboards: accounts, their sessions and keys. */
  public static final String ACCOUNTS = "marsad-accounts";

  /** What people said of the judgements. */
  public static final String FEEDBACK = "marsad-feedback";

  /** All that was ever captured, as far as it may still be counted. */
  public static final List<String> COUNTED = List.of(DOCUMENTS, FIGURES);

  static final List<String> ALL =
      List.of(
          DOCUMENTS,
          VERSIONS,
          FIGURES,
          REJECTIONS,
          SOURCES,
          REGISTRY,
          INCIDENTS,
          DECISIONS,
          DELIVERIES,
          ACCOUNTS,
          FEEDBACK);

  private IndexNames() {}
}
