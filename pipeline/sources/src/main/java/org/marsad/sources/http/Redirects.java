// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import java.util.Locale;
import org.marsad.sources.http.FetchOutcome.Failed;

/** Goes from hop to hop, five redirects far, and only where http and https lead. */
final class Redirects {
  private static final int MAX_REDIRECTS = 5;

  /** A URL may hold a higher one, with which the HTTP client throws. */
  private static final int HIGHEST_PORT = 65_535;

  private Redirects() {}

  /** Asks for one URL. */
  interface Hop {
    Step to(URI uri) throws InterruptedException;
  }

  static Step.End follow(URI start, Hop hop) throws InterruptedException {
    URI uri = start;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Step step = isHttp(uri) ? hop.to(uri) : badUrl(uri);
      if (step instanceof Step.End end) {
        return end;
      }
      uri = ((Step.Redirect) step).target();
    }
    return Step.End.of(
        new Failed(
            FailureKind.TOO_MANY_REDIRECTS, null, "more than " + MAX_REDIRECTS + " redirects"));
  }

  static boolean isHttp(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return uri.getHost() != null
        && uri.getPort() <= HIGHEST_PORT
        && (scheme.equals("http") || scheme.equals("https"));
  }

  private static Step badUrl(URI uri) {
    return Step.End.of(new Failed(FailureKind.BAD_URL, null, "not an http(s) URL: " + uri));
  }
}
