// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.retention;

import java.time.Instant;
import java.util.Map;
import org.marsad.model.DocumentKind;

/**
 * What one run of retention erased.
 *
 * @param heldBack whether nothing was erased, since it was so much that a person has to say so: the
 *     counts then tell what is due
 * @param documents by kind
 * @param excerpts of them in alerts
 * @param archiveFiles of captured pages
 * @param sessions of people who logged in, that had ended
 */
public record RetentionRun(
    Instant at,
    boolean heldBack,
    Map<DocumentKind, Long> documents,
    long rejections,
    long excerpts,
    int archiveFiles,
    int sessions) {
  public RetentionRun {
    documents = Map.copyOf(documents);
  }
}
