// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.NotModified;
import org.marsad.sources.http.FetchOutcome.Refused;

/**
 * Reads a status and its headers as an outcome or a redirect; what asks for a pause was read
 * before, see {@link RateLimit}.
 */
final class Answers {
  private Answers() {}

  static Step read(URI uri, HttpHop.Answer answer) {
    int status = answer.status();
    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
      return redirect(uri, status, answer.header("Location"));
    }
    return new Step.End(outcome(uri, answer), answer.cut());
  }

  private static FetchOutcome outcome(URI uri, HttpHop.Answer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Fetched(
          uri,
          status,
          answer.body(),
          answer.header("Content-Type"),
          answer.header("ETag"),
          answer.header("Last-Modified"),
          answer.headers());
    }
    return switch (status) {
      case 304 -> new NotModified(answer.headers());
      case 401, 403, 451 -> Refused.by(status);
      case 404, 410 -> failed(FailureKind.NOT_FOUND, status);
      default -> failed(kindOf(status), status);
    };
  }

  private static FailureKind kindOf(int status) {
    if (status >= 500) {
      return FailureKind.SERVER_ERROR;
    }
    return status >= 400 ? FailureKind.CLIENT_ERROR : FailureKind.BAD_REDIRECT;
  }

  private static Step redirect(URI from, int status, @Nullable String location) {
    if (location == null) {
      return Step.End.of(failed(FailureKind.BAD_REDIRECT, status));
    }
    try {
      return new Step.Redirect(from.resolve(Urls.encode(location)));
    } catch (IllegalArgumentException e) {
      return Step.End.of(failed(FailureKind.BAD_REDIRECT, status));
    }
  }

  private static FetchOutcome failed(FailureKind kind, int status) {
    return new Failed(kind, status, "the server answered HTTP " + status);
  }
}
