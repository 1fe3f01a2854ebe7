// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looking at a site came to.
 *
 * @param answered false where the site gives no answer at all, and so nothing more was asked for
 * @param name as its page states it
 * @param language as its page states it, for example {@code ar-MA}
 * @param found best first: what the site itself names, then what was guessed
 */
public record Discovery(
    boolean answered, @Nullable String name, @Nullable String language, List<Discovered> found) {}
