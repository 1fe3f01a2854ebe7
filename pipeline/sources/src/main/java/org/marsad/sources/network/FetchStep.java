// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.SourceState;

/**
 * What one step brought. The cursor counts from the moment when the records are emitted, so it must
 * stand behind all of them and behind nothing else.
 *
 * @param records posts, comments, deletions and rejections
 * @param cursor where the next step goes on; the old one where nothing was read
 * @param more whether the next step is due at once
 * @param fault null where all went well
 */
public record FetchStep(
    List<Intake> records, @Nullable String cursor, boolean more, @Nullable Fault fault) {

  public FetchStep {
    records = List.copyOf(records);
  }

  /**
   * Why a step brought nothing, or not all.
   *
   * @param state FAILING, THROTTLED, REFUSED or OFF
   * @param status HTTP, where an answer came
   * @param message what is wrong and what to do; no personal data, no key
   * @param until when to ask again; null for the usual back-off
   */
  public record Fault(
      SourceState state, @Nullable Integer status, String message, @Nullable Instant until) {}

  /** All is read for now. */
  public static FetchStep done(List<Intake> records, @Nullable String cursor) {
    return new FetchStep(records, cursor, false, null);
  }

  /** There is more to read at once. */
  public static FetchStep more(List<Intake> records, @Nullable String cursor) {
    return new FetchStep(records, cursor, true, null);
  }

  public static FetchStep fault(@Nullable String cursor, Fault fault) {
    return new FetchStep(List.of(), cursor, false, fault);
  }
}
