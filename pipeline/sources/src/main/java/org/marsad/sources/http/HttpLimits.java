// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.time.Duration;

/**
 * How much one request may take.
 *
 * @param maxBodyBytes after decompression
 * @param connectTimeout until the connection stands
 * @param readTimeout between two bytes
 * @param requestTimeout from the first byte sent to the last received, per hop
 */
public record HttpLimits(
    int maxBodyBytes, Duration connectTimeout, Duration readTimeout, Duration requestTimeout) {

  /** Connecting and silence get at most 10 s of the whole. */
  public static HttpLimits of(int maxBodyBytes, Duration requestTimeout) {
    Duration step = Duration.ofSeconds(10);
    Duration part = requestTimeout.compareTo(step) < 0 ? requestTimeout : step;
    return new HttpLimits(maxBodyBytes, part, part, requestTimeout);
  }
}
