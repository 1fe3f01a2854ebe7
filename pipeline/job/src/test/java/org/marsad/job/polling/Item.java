// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.http.BadAnswer;

/**
 * One item of a feed.
 *
 * @param more further elements
 * @param lost what has to become of it; null where it has to become an article
 */
record Item(String title, String link, String more, BadAnswer.@Nullable Rejected lost) {
  static final Instant PUBLISHED = Instant.parse("2026-07-20T13:30:00Z");

  static Item article(String title, Object link) {
    return new Item(title, link.toString(), "", null);
  }

  static Item lost(Object link, BadAnswer.Rejected lost) {
    return new Item("Un titre", link.toString(), "", lost);
  }
}
