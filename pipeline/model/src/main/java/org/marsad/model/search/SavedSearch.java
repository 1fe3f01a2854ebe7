// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.time.Instant;

/**
 * A search that somebody keeps for everybody.
 *
 * @param parameters those of its page's address, such as {@code q=migrants&synonyms=true}
 */
public record SavedSearch(String name, String parameters, Instant saved) {}
