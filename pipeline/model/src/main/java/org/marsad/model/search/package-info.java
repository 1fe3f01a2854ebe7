// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What somebody searches for: how a typed text is read, and which words count as the same across
 * scripts and languages. It knows no index; {@code pipeline/index} turns it into queries.
 */
@NullMarked
package org.marsad.model.search;

import org.jspecify.annotations.NullMarked;
