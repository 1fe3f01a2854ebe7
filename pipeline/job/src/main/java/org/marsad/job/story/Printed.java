// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import org.marsad.model.Document;
import org.marsad.sources.story.Fingerprint;

/** An article on its way to the one place where all are compared. */
public record Printed(Document article, Fingerprint print) {
  /** Takes most of the work, and can be done anywhere. */
  public static Printed of(Document article) {
    return new Printed(article, Fingerprint.of(article));
  }

  /** What Flink is to key by: the operator chooses its keys itself. */
  public long key() {
    return print.at();
  }
}
