// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an address may be stored. Addresses of posts name their author ({@code /name/status/1}),
 * and any address can carry somebody's e-mail address or number in its query.
 */
public final class StoredUrl {
  /** X leads from this form to the post, whoever wrote it. */
  private static final Pattern STATUS =
      Pattern.compile("^https?://(?:www\\.|mobile\\.)?(?:x|twitter)\\.com/[^/?]+/status/(\\d+).*$");

  private static final String ANYBODYS_STATUS = "https://x.com/i/status/";

  /** A public channel is a publisher; only a numbered post of one is kept, no name alone. */
  private static final Pattern CHANNEL_POST =
      Pattern.compile("^https?://t\\.me/[A-Za-z0-9_]{2,64}/\\d+$");

  private StoredUrl() {}

  /**
   * @param canonical as {@link CanonicalUrl} gives it
   * @param ofPrivateAuthor whether the page is a person's and not an outlet's
   * @return the address without what names a person; null where nothing remains that leads there
   */
  public static @Nullable String of(@Nullable String canonical, boolean ofPrivateAuthor) {
    if (canonical == null) {
      return null;
    }
    String url = reference(canonical);
    if (!ofPrivateAuthor) {
      return url;
    }
    Matcher status = STATUS.matcher(url);
    if (status.matches()) {
      return ANYBODYS_STATUS + status.group(1);
    }
    return names(url) && !CHANNEL_POST.matcher(url).matches() ? null : url;
  }

  /** Where an input came from, an address or a place in a file, without a query that names. */
  public static String reference(String given) {
    int query = given.indexOf('?');
    return query >= 0 && names(given.substring(query)) ? given.substring(0, query) : given;
  }

  private static boolean names(String part) {
    String readable = decoded(part);
    return !Redaction.of(readable).equals(readable);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException halfAnEscape) {
      return part;
    }
  }
}
