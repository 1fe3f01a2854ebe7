// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the block ledger: a feed that is known and not polled, because it was refused.
 *
 * @param since when it was seen; null where the report does not say
 * @param answer how it refused, for example {@code HTTP 403}
 */
public record Refusal(URI url, @Nullable LocalDate since, String answer) {}
