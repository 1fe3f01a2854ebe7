// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.RetryAfter;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.NotModified;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;

/** Reads a status and its headers as an outcome or a redirect. */
final class Answers {
  /** For a 429 that does not say when to come back. */
  private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(10);

  private Answers() {}

  static Step read(URI uri, HttpHop.Answer answer, Instant now) {
    int status = answer.status();
    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
      return redirect(uri, status, answer.header("Location"));
    }
    return new Step.End(outcome(uri, answer, now), answer.cut());
  }

  private static FetchOutcome outcome(URI uri, HttpHop.Answer answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Fetched(
          uri,
          status,
          answer.body(),
          answer.header("Content-Type"),
          answer.header("ETag"),
          answer.header("Last-Modified"));
    }
    Instant retryAfter = RetryAfter.parse(answer.header("Retry-After"), now);
    if (status == 429 || (status == 503 && retryAfter != null)) {
      return new Throttled(status, retryAfter == null ? now.plus(DEFAULT_PAUSE) : retryAfter);
    }
    return switch (status) {
      case 304 -> new NotModified();
      case 401, 403, 451 -> new Refused(status);
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
