// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.model.Json;
import org.marsad.model.net.RetryAfter;

/** What all web hooks share: the check of the URL, the request, and what its answer means. */
final class HookClient {
  private static final int GONE = 410;
  private static final int UNAVAILABLE = 503;

  private final HttpPoster poster;
  private final HookUrls urls;
  private final Clock clock;

  HookClient(HttpPoster poster, HookUrls urls, Clock clock) {
    this.poster = poster;
    this.urls = urls;
    this.clock = clock;
  }

  /**
   * @throws IllegalArgumentException if the URL cannot be that of a web hook
   */
  void check(String url) {
    urls.parse(url);
  }

  static byte[] json(Object body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message always has a JSON form", e);
    }
  }

  /**
   * @param id of the message; sent as {@code Idempotency-Key}, for receivers to tell a repetition
   * @return the receipt
   */
  String post(String url, byte[] json, String id, Map<String, String> headers)
      throws UndeliveredException {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Idempotency-Key", id);
    return receipt(poster.post(parse(url), json, all));
  }

  private URI parse(String url) throws UndeliveredException {
    try {
      return urls.parse(url);
    } catch (IllegalArgumentException e) {
      throw new UndeliveredException(Remedy.ADDRESS_REFUSED, String.valueOf(e.getMessage()), null);
    }
  }

  private String receipt(HttpPoster.Answer answer) throws UndeliveredException {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return "HTTP " + status;
    }
    if (status != GONE && status >= 400) {
      // What a proxy in front of a hook refuses, passes. What a server broke down on, it may have
      // taken.
      boolean known = status < 500 || status == UNAVAILABLE;
      throw new UndeliveredException(
          known ? Remedy.RETRY : Remedy.REPEAT,
          "the web hook answered HTTP " + status,
          wait(answer),
          null);
    }
    String hint = status < 400 ? ", a redirect, which is not followed" : "";
    throw new UndeliveredException(
        Remedy.ADDRESS_REFUSED, "the web hook answered HTTP " + status + hint, null);
  }

  private @Nullable Duration wait(HttpPoster.Answer answer) {
    Instant now = clock.instant();
    Instant until = RetryAfter.parse(answer.retryAfter(), now);
    return until == null ? null : Duration.between(now, until);
  }
}
