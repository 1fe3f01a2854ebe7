// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.util.Set;

/** Statuses of refusals that endpoints have in common. */
final class Refusals {
  /**
   * Of whatever can be asked for: unreadable, slow, with too long an address, sent to another name,
   * too many, with too long headers, or while the index is away.
   */
  static final Set<Integer> OF_ALL = Set.of(400, 408, 414, 421, 429, 431, 503);

  /** Of who may not do it. */
  static final Set<Integer> OF_THE_GATE = Set.of(401, 403);

  /** Of what changes something: it may come from another site, or be too large. */
  static final Set<Integer> OF_CHANGES = Set.of(403, 413);

  /** Of bodies that are no JSON, or ask for what is not possible. */
  static final Set<Integer> OF_BODIES = Set.of(415, 422);

  private Refusals() {}
}
