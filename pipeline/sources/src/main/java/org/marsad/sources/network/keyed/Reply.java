// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import com.fasterxml.jackson.databind.JsonNode;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchStep;

/** What a {@link KeyedApi} was answered. */
public sealed interface Reply {

  /** A success whose body is JSON. */
  record Read(JsonNode body, ApiResult.Answer answer) implements Reply {}

  /**
   * A status from 400 to 499: what it means in particular, the network's reader knows.
   *
   * @param body missing where it is not JSON
   * @param usual what such a status means anywhere
   */
  record Denied(int status, JsonNode body, ApiResult.Answer answer, FetchStep.Fault usual)
      implements Reply {}

  /** Nothing was asked, or nothing came that could be read. */
  record Unanswered(FetchStep.Fault fault) implements Reply {}
}
