// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.http.ApiRequest;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Keys;

/**
 * An interface of JSON that wants a key with each request. The key travels in a header, so that no
 * address and no log holds it. Without one nothing is asked.
 */
public final class KeyedApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FetchContext context;
  private final String keyName;
  private final String header;
  private final String prefix;

  /**
   * @param keyName as {@link Keys} knows it
   * @param prefix before the key in the header, for example {@code "Bearer "}
   */
  public KeyedApi(FetchContext context, String keyName, String header, String prefix) {
    this.context = context;
    this.keyName = keyName;
    this.header = header;
    this.prefix = prefix;
  }

  /**
   * @throws InterruptedException while waiting for the domain's turn
   */
  public Reply get(URI uri) throws InterruptedException {
    String key = context.keys().find(keyName);
    if (key == null) {
      return new Reply.Unanswered(KeyFaults.missing(keyName, context.clock().instant()));
    }
    ApiResult result =
        context
            .client()
            .call(
                new ApiRequest(
                    uri,
                    Map.of(header, prefix + key, "Accept", "application/json"),
                    null,
                    context.minDelay(),
                    AddressPolicy.forConfigured(uri)));
    if (result instanceof ApiResult.Answer answer) {
      return read(uri, answer);
    }
    if (result instanceof ApiResult.Paused paused) {
      return new Reply.Unanswered(
          new FetchStep.Fault(
              SourceState.THROTTLED,
              null,
              "the server asks us to wait until " + paused.until(),
              paused.until()));
    }
    if (result instanceof ApiResult.TooLong tooLong) {
      return failing(
          null,
          "the answer is longer than "
              + tooLong.limit()
              + " bytes; raise polling.max-page-size if it is right");
    }
    ApiResult.NoAnswer none = (ApiResult.NoAnswer) result;
    return failing(null, none.kind().reason() + ": " + none.detail());
  }

  private Reply read(URI uri, ApiResult.Answer answer) {
    int status = answer.status();
    JsonNode body = json(answer);
    if (status >= 400 && status < 500) {
      JsonNode told = body == null ? MissingNode.getInstance() : body;
      return new Reply.Denied(status, told, answer, usual(uri, status));
    }
    if (status < 200 || status >= 300) {
      return failing(status, "the server answered HTTP " + status);
    }
    return body == null || !body.isObject()
        ? failing(status, "the answer is not a JSON object; the interface may have changed")
        : new Reply.Read(body, answer);
  }

  private FetchStep.Fault usual(URI uri, int status) {
    return switch (status) {
      case 401 -> KeyFaults.notAccepted(status, keyName, context.clock().instant());
      case 403, 404, 410, 451 ->
          new FetchStep.Fault(
              SourceState.REFUSED,
              status,
              "the server answered HTTP " + status + "; asked again once a day",
              null);
      case 429 ->
          // The client has read when to come back, and keeps all streams of the domain waiting.
          new FetchStep.Fault(
              SourceState.THROTTLED,
              status,
              "the server asks us to wait until " + context.client().readyAt(uri),
              context.client().readyAt(uri));
      default ->
          new FetchStep.Fault(
              SourceState.FAILING, status, "the server answered HTTP " + status, null);
    };
  }

  private static Reply failing(@Nullable Integer status, String message) {
    return new Reply.Unanswered(new FetchStep.Fault(SourceState.FAILING, status, message, null));
  }

  private static @Nullable JsonNode json(ApiResult.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      return null;
    }
  }
}
