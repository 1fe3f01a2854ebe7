// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record's values by name, in any case of letters; null where it has none. */
interface Fields extends Function<String, @Nullable String> {
  /** Which names there are, in the record's order. */
  Collection<String> names();
}
