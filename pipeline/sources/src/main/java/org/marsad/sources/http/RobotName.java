// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.util.Locale;

/** The name by which robots.txt and pages address us. */
public final class RobotName {
  private RobotName() {}

  /**
   * The product token of a User-Agent, in lower case: {@code marsadbot} of {@code MarsadBot/1.0
   * (+https://…)}.
   */
  public static String of(String userAgent) {
    return userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
