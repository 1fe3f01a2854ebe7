// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import org.marsad.classifiers.Stance;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.index.IndexConnection;

/** All that the index has to do with what people say of judgements. Thread-safe. */
public final class FeedbackIndex {
  private static final String RELEVANCE = "relevance";

  private final LabelBook labels;
  private final Candidates candidates;
  private final Wordings wordings;
  private final FeedbackExport export;

  public FeedbackIndex(IndexConnection connection) {
    Manifest manifest = ModelSet.shippedManifest();
    this.labels = new LabelBook(connection);
    this.candidates =
        new Candidates(
            connection,
            Manifest.value(manifest.thresholds(), RELEVANCE),
            Manifest.value(manifest.thresholds(), Stance.HOSTILE.name()));
    this.wordings = new Wordings(connection);
    this.export = new FeedbackExport(connection);
  }

  public LabelBook labels() {
    return labels;
  }

  public Candidates candidates() {
    return candidates;
  }

  public Wordings wordings() {
    return wordings;
  }

  public FeedbackExport export() {
    return export;
  }
}
