// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcMetadata;

/**
 * What our archive tells of the page that follows. Others' {@code metadata} records are no fault,
 * and mean nothing here.
 */
final class Described {
  /** In bytes; ours are far below. */
  private static final int LONGEST = 1 << 20;

  private @Nullable String recordId;
  private @Nullable CaptureFacts facts;

  void note(WarcMetadata metadata) throws IOException {
    recordId = null;
    facts = null;
    String page = RecordHead.bare(metadata, "WARC-Concurrent-To");
    if (page != null && RecordHead.type(metadata).equals("application/json")) {
      facts = CaptureFacts.ofJson(metadata.body().stream().readNBytes(LONGEST));
      recordId = facts == null ? null : page;
    }
  }

  boolean isOf(@Nullable String id) {
    return recordId != null && recordId.equals(id);
  }

  @Nullable CaptureFacts factsOf(@Nullable String id) {
    return isOf(id) ? facts : null;
  }
}
