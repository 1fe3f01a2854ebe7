// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import org.marsad.model.Morocco;

/**
 * Whether this Java knows Morocco's clock of today. Morocco changes it at short notice, and a Java
 * keeps the rules of the day that it was made; those of ICU come with Marsad and are newer or
 * older.
 */
final class MoroccoClock {
  private MoroccoClock() {}

  /** What the rules of both are, in words; warns where they differ at that time. */
  static String check(Instant now) {
    int java = Morocco.TIME.getRules().getOffset(now).getTotalSeconds();
    int icu = TimeZone.getTimeZone(Morocco.ZONE).getOffset(now.toEpochMilli()) / 1_000;
    String versions =
        "Java's rules are "
            + ZoneRulesProvider.getVersions(Morocco.ZONE).lastKey()
            + ", ICU's "
            + TimeZone.getTZDataVersion();
    if (java != icu) {
      Terminal.err()
          .println(
              "marsad: warning: Java and ICU disagree about Morocco's clock by "
                  + Math.abs(java - icu) / 60
                  + " minutes ("
                  + versions
                  + "): days may be cut that much too early or late. Update the JDK, or its time"
                  + " zones with the vendor's tzupdater.");
    }
    return versions;
  }
}
