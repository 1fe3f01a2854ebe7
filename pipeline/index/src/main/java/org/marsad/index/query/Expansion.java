// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;

/**
 * A term of a query, with what counts as the same.
 *
 * @param term as it was typed
 */
public record Expansion(String term, List<String> also) {}
