// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import org.jspecify.annotations.Nullable;

/**
 * A written text of the labelled set.
 *
 * @param topic that two events share
 * @param event that texts in several languages report
 * @param otherTitle for the same text
 * @param rewritten by another newsroom from the same wire
 */
record StoryText(
    String id,
    Half half,
    String topic,
    String event,
    String language,
    String title,
    String otherTitle,
    String text,
    @Nullable String rewritten) {
  /** Thresholds were chosen on the one, and checked on the other. Topics are in one of them. */
  enum Half {
    DEVELOPMENT,
    TEST
  }
}
