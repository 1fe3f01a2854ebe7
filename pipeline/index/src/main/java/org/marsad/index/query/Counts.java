// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds.
 *
 * @param versions former texts of edited documents
 * @param newestPublished null while there is no document with a date of publication
 */
public record Counts(
    long documents,
    long relevant,
    long hostile,
    long versions,
    long rejections,
    @Nullable Instant newestPublished,
    @Nullable Instant newestCaptured) {}
