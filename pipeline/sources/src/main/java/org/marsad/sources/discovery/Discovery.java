// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looking at a site came to.
 *
 * @param fault why nothing was looked for: the site gives no answer at all; else null
 * @param name as its page states it
 * @param language as its page states it, for example {@code ar-MA}
 * @param found best first: what the site itself names, then what was guessed
 */
public record Discovery(
    @Nullable String fault,
    @Nullable String name,
    @Nullable String language,
    List<Discovered> found) {}
