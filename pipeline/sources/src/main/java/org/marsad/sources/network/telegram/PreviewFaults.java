// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchOutcome.TooLarge;
import org.marsad.sources.network.FetchStep.Fault;

/** What keeps a preview from being read. */
final class PreviewFaults {
  private PreviewFaults() {}

  static Fault of(FetchOutcome outcome) {
    if (outcome instanceof Refused refused) {
      return new Fault(
          SourceState.REFUSED,
          refused.status(),
          refused.message() + "; asked again once a day",
          null);
    }
    if (outcome instanceof Throttled throttled) {
      return new Fault(
          SourceState.THROTTLED,
          throttled.status(),
          "Telegram asks us to wait until " + throttled.until(),
          throttled.until());
    }
    if (outcome instanceof TooLarge tooLarge) {
      return failing(
          null,
          "the preview has more than "
              + tooLarge.limit()
              + " bytes; raise polling.max-page-size if this is no attack");
    }
    if (outcome instanceof Failed failed) {
      return failing(failed.status(), failed.kind().reason() + ": " + failed.detail());
    }
    return failing(null, "Telegram gave an answer that was not asked for; tried again later");
  }

  /** Its owner has switched it off, the channel is private, or there is none of this name. */
  static Fault noPreview(int status) {
    return new Fault(
        SourceState.REFUSED,
        status,
        "the channel shows no public preview: its owner has switched it off, or there is no such"
            + " channel; check the name, or leave the feed out. Asked again once a day",
        null);
  }

  static Fault cutOff(int status) {
    return failing(status, "the preview breaks off before its end; tried again later");
  }

  static Fault otherPage(int status) {
    return failing(
        status,
        "the answer is no preview of a channel; write the address as https://t.me/s/CHANNEL,"
            + " and look whether t.me has changed");
  }

  private static Fault failing(@Nullable Integer status, String message) {
    return new Fault(SourceState.FAILING, status, message, null);
  }
}
