// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;

/**
 * What the author of a text meant by it, to compare with what the classifiers say.
 *
 * @param path of the article; for a comment with its anchor
 * @param language ary-Arab, ary-Latn, arb, fr, es or en
 * @param topic of the article, also for its comments
 * @param stance towards migrants; null where the text does not speak about them
 * @param intensity 0 to 5, as the codebook counts it
 */
public record Label(
    String outletId,
    String path,
    boolean comment,
    String language,
    Topic topic,
    int day,
    Instant published,
    @Nullable Stance stance,
    int intensity) {

  public boolean relevant() {
    return stance != null;
  }
}
