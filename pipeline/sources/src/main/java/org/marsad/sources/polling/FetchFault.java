// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.NotModified;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchOutcome.TooLarge;

/**
 * Why a page or feed could not be fetched, for a rejection.
 *
 * @param reason a stable code
 * @param message what is wrong and what to do
 */
public record FetchFault(String reason, String message) {

  /**
   * @throws IllegalArgumentException for an answer, which is no fault
   */
  public static FetchFault of(FetchOutcome outcome) {
    if (outcome instanceof Refused refused) {
      return of(refused);
    }
    if (outcome instanceof TooLarge tooLarge) {
      return of(tooLarge);
    }
    if (outcome instanceof Throttled throttled) {
      return new FetchFault(
          "throttled", "the server asks us to wait until " + throttled.until() + "; poll again");
    }
    if (outcome instanceof NotModified) {
      return new FetchFault("http-304", "the server answered 304 to an unconditional request");
    }
    if (outcome instanceof Failed failed) {
      return of(failed);
    }
    throw new IllegalArgumentException("no fault: " + outcome);
  }

  static FetchFault of(Refused refused) {
    return new FetchFault(refused.reason(), refused.message());
  }

  static FetchFault of(TooLarge tooLarge) {
    return new FetchFault(
        "too-large",
        "more than "
            + tooLarge.limit()
            + " bytes; not read further. Raise polling.max-page-size if this is no attack");
  }

  static FetchFault of(Failed failed) {
    String remedy =
        switch (failed.kind()) {
          case UNKNOWN_HOST -> "check the network and the URL's host";
          case CONNECT_FAILED,
              TIMEOUT,
              TLS_FAILED,
              BROKEN_RESPONSE,
              SERVER_ERROR,
              ROBOTS_UNREACHABLE ->
              "tried again later";
          case CLIENT_ERROR, NOT_FOUND, TOO_MANY_REDIRECTS, BAD_REDIRECT, BAD_URL ->
              "correct the URL, or tell the outlet";
          case FORBIDDEN_ADDRESS ->
              "a public source may not lead into a private network; correct the URL";
        };
    return new FetchFault(
        failed.kind().reason(), failed.kind().reason() + ": " + failed.detail() + "; " + remedy);
  }
}
