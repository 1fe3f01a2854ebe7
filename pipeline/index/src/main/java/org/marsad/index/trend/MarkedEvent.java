// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, which trends mark.
 *
 * @param titles by language, one at least
 * @param link where to read about it; null for nowhere
 */
public record MarkedEvent(LocalDate day, Map<String, String> titles, @Nullable String link) {}
