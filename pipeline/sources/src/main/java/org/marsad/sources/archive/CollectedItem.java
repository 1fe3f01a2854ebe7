// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An item that Zeeschuimer collected: an envelope with the platform's own object in {@code data}.
 * 4CAT turns it inside out, and puts the envelope into {@value #ENVELOPE} among the platform's
 * fields.
 */
final class CollectedItem {
  private static final String ENVELOPE = "__import_meta";

  private CollectedItem() {}

  /** As Zeeschuimer wrote it, where 4CAT has turned it inside out; or else the same. */
  static JsonNode of(JsonNode line) {
    if (line instanceof ObjectNode data && data.get(ENVELOPE) instanceof ObjectNode envelope) {
      data.remove(ENVELOPE);
      envelope.set("data", data);
      return envelope;
    }
    return line;
  }
}
