// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;

/**
 * A reader's comment.
 *
 * @param id unique in its outlet; the anchor is {@code #comment-ID}
 * @param author a made-up nickname
 * @param language ary-Arab, ary-Latn, arb, fr, es or en
 * @param stance what the text says about migrants; null where it does not speak about them
 * @param intensity 0 to 5, as the codebook counts it
 */
public record Comment(
    int id,
    String author,
    String language,
    Instant published,
    String text,
    @Nullable Stance stance,
    int intensity) {

  public String anchor() {
    return "comment-" + id;
  }
}
