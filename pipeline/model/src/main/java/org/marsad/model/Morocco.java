// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.ZoneId;

/** The clock that days and habits are counted by. */
public final class Morocco {
  /** The name of its zone. */
  public static final String ZONE = "Africa/Casablanca";

  public static final ZoneId TIME = ZoneId.of(ZONE);

  private Morocco() {}
}
