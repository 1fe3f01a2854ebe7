// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/** Makes what others wrote fit for a message: one line, masked, of bounded length. */
final class Foreign {
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  /** Longer texts are cut before anything else, so that no text costs much. */
  private static final int MOST_READ = 5_000;

  private static final int MOST_OF_NAME = 80;
  private static final int MOST_OF_ADDRESS = 2_000;

  private Foreign() {}

  /** A text with slurs masked, once more where its writer has done so already. */
  static String text(String raw, int most) {
    return cut(Masking.anywhere(line(raw)), most);
  }

  /** The name of something, which is not masked. */
  static String name(String raw) {
    return cut(line(raw), MOST_OF_NAME);
  }

  /** The first characters, and an ellipsis if there were more. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        .strip()
        .concat("…");
  }

  /** An address of the web in ASCII; empty for anything else, such as a script. */
  static Optional<String> address(@Nullable String raw) {
    if (raw == null || raw.length() > MOST_OF_ADDRESS) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(raw);
      return isWeb(uri) ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** With a name before the host, an address looks as if it led elsewhere. */
  private static boolean isWeb(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getUserInfo() == null;
  }

  private static String line(String raw) {
    return BLANKS.matcher(Controls.dropped(cut(raw, MOST_READ))).replaceAll(" ").strip();
  }
}
