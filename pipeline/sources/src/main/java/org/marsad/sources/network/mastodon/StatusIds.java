// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The ids of statuses, in the order of time. Mastodon's are numbers that hold their time; those of
 * other servers with its interface (Pleroma and Akkoma: flakes; GoToSocial: ULIDs) are texts of one
 * length, in the order of their characters.
 */
final class StatusIds {
  private static final Pattern OF_MASTODON = Pattern.compile("[1-9]\\d{15,17}");

  /** An id of Mastodon's holds its time in milliseconds above this many bits. */
  private static final int BITS_BELOW_TIME = 16;

  /** In their order. */
  private static final String CHARACTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private StatusIds() {}

  static int compare(String one, String other) {
    return one.length() == other.length()
        ? one.compareTo(other)
        : Integer.compare(one.length(), other.length());
  }

  /** Whether {@link #at} can tell the place of a time among such ids. */
  static boolean holdTime(String id) {
    return OF_MASTODON.matcher(id).matches();
  }

  /** Of Mastodon, before all that is written at this time. */
  static String at(Instant time) {
    return String.valueOf(time.toEpochMilli() << BITS_BELOW_TIME);
  }

  /** The last one that comes before this, in the order of its server. */
  static String before(String id) {
    if (holdTime(id)) {
      return String.valueOf(Long.parseLong(id) - 1);
    }
    StringBuilder before = new StringBuilder(id);
    for (int i = id.length() - 1; i >= 0; i--) {
      int place = CHARACTERS.indexOf(id.charAt(i));
      if (place > 0) {
        before.setCharAt(i, CHARACTERS.charAt(place - 1));
        return before.toString();
      }
      before.setCharAt(i, CHARACTERS.charAt(CHARACTERS.length() - 1));
    }
    return id;
  }
}
