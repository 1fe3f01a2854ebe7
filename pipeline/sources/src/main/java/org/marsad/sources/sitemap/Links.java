// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.sitemap;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.http.RegistrableDomains;
import org.marsad.sources.http.Urls;

/** Passes the links of one sitemap that are the site's own, and counts those that are not. */
final class Links {
  private final String domain;
  private int accepted;
  private int foreign;
  private int beyond;

  Links(String domain) {
    this.domain = domain;
  }

  /** Null for a link that is to be dropped. */
  @Nullable String accept(String link) {
    String url = Urls.encode(link);
    if (!isOwn(url)) {
      foreign++;
      return null;
    }
    if (accepted == SitemapReader.MOST_ENTRIES) {
      beyond++;
      return null;
    }
    accepted++;
    return url;
  }

  private boolean isOwn(String url) {
    try {
      URI uri = URI.create(url);
      return String.valueOf(uri.getScheme()).matches("(?i)https?")
          && uri.getHost() != null
          && RegistrableDomains.of(uri).equals(domain);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  int foreign() {
    return foreign;
  }

  int beyond() {
    return beyond;
  }
}
