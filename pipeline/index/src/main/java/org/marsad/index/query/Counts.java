// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds, by the rule of {@link SmallCells}.
 *
 * @param documents the sum of those that are relevant, irrelevant and unclassified
 * @param said what the relevant ones say
 * @param unclassified those that no model read
 * @param versions former texts of edited documents
 * @param newestPublished null while there is no document with a date of publication
 */
public record Counts(
    Told documents,
    StanceCounts said,
    Told unclassified,
    long versions,
    long rejections,
    @Nullable Instant newestPublished,
    @Nullable Instant newestCaptured) {}
