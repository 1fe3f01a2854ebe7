// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.ApiRequest;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.keyed.KeyFaults;

/**
 * The right to ask for an hour or a day, got by client id and secret (RFC 6749, 4.4). It is held in
 * memory only. One thread at a time.
 */
final class AccessToken {
  static final String ID = "REDDIT_CLIENT_ID";
  static final String SECRET = "REDDIT_CLIENT_SECRET";

  private static final String USUAL_URL = "https://www.reddit.com/api/v1/access_token";
  private static final long MARGIN_SECONDS = 30;

  private final FetchContext context;
  private final Refusals refusals;
  private final URI url;
  private String token = "";
  private Instant expires = Instant.EPOCH;

  AccessToken(OutletFeed feed, FetchContext context, Refusals refusals) {
    this.context = context;
    this.refusals = refusals;
    this.url = URI.create(feed.options().getOrDefault("token-url", USUAL_URL));
  }

  /** For the header. */
  String bearer() {
    return "bearer " + token;
  }

  /** The next {@link #renew} gets another one. */
  void drop() {
    expires = Instant.EPOCH;
  }

  /**
   * Gets one unless there is a good one.
   *
   * @return what keeps it from being got; null where all is well
   */
  @Nullable Fault renew() throws InterruptedException {
    if (context.clock().instant().isBefore(expires)) {
      return null;
    }
    String id = context.keys().find(ID);
    String secret = context.keys().find(SECRET);
    if (id == null || secret == null) {
      return KeyFaults.missing(id == null ? ID : SECRET, context.clock().instant());
    }
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    ApiResult result =
        context
            .client()
            .call(
                new ApiRequest(
                    url,
                    Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)),
                    "grant_type=client_credentials",
                    context.minDelay(),
                    AddressPolicy.forConfigured(url)));
    return result instanceof ApiResult.Answer answer ? read(answer) : RedditFaults.of(result);
  }

  private @Nullable Fault read(ApiResult.Answer answer) {
    Fault slower = refusals.slower(answer);
    if (slower != null) {
      return slower;
    }
    // Of a client that it does not know, Reddit says one or another of these.
    if (answer.status() == 400 || answer.status() == 401 || answer.status() == 403) {
      return notAccepted(answer.status());
    }
    if (answer.status() != 200) {
      return RedditFaults.status(answer.status());
    }
    JsonNode json = RedditFaults.json(answer);
    String given = json == null ? "" : json.path("access_token").asText();
    if (json == null || given.isBlank() || given.chars().anyMatch(Character::isISOControl)) {
      return RedditFaults.unreadable(answer.status());
    }
    token = given;
    long seconds = json.path("expires_in").asLong(3600);
    expires = context.clock().instant().plusSeconds(Math.max(0, seconds - MARGIN_SECONDS));
    return null;
  }

  /** The id and the secret belong together; which of them is wrong, Reddit does not say. */
  Fault notAccepted(int status) {
    return KeyFaults.notAccepted(status, SECRET, context.clock().instant());
  }
}
