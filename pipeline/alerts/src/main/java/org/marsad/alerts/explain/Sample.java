// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document that shows what a rise is about, fit to be sent: masked, without direction marks.
 *
 * @param excerpt the passage around its evidence, masked
 * @param title masked
 * @param stance name of a {@link org.marsad.classifiers.Stance}; null where none was found
 * @param intensity 0 to 5, as judged by the classifiers: from 4 on "unreviewed" has to be said
 * @param copies how many documents of the rise say the same, this one among them
 */
public record Sample(
    String documentId,
    String sourceId,
    @Nullable String url,
    @Nullable String title,
    String excerpt,
    String language,
    @Nullable Instant published,
    @Nullable String stance,
    int intensity,
    int copies) {}
