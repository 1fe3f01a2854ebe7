// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.util.Locale;

/** Why a fetch failed, and whether the same request may succeed later. */
public enum FailureKind {
  UNKNOWN_HOST(true),
  CONNECT_FAILED(true),
  /** Connecting, reading, or the whole request took too long. */
  TIMEOUT(true),
  TLS_FAILED(true),
  /** The connection broke, or what came over it was not HTTP. */
  BROKEN_RESPONSE(true),
  /** robots.txt answered 5xx: RFC 9309 says to stay away until it can be read. */
  ROBOTS_UNREACHABLE(true),
  SERVER_ERROR(true),
  /** A 4xx other than those that refuse or throttle. */
  CLIENT_ERROR(false),
  NOT_FOUND(false),
  TOO_MANY_REDIRECTS(false),
  /** A redirect without a usable target, or to something other than http and https. */
  BAD_REDIRECT(false),
  /** The name resolves to a private, loopback, link-local or multicast address. */
  FORBIDDEN_ADDRESS(false),
  /** Not an http or https URL with a host. */
  BAD_URL(false);

  private final boolean retryable;

  FailureKind(boolean retryable) {
    this.retryable = retryable;
  }

  public boolean retryable() {
    return retryable;
  }

  /** The stable code for rejections, for example {@code too-many-redirects}. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
