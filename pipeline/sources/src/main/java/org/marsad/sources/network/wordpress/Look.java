// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.sources.network.Posts;
import org.marsad.sources.network.wordpress.Position.Known;

/**
 * Compares the comments that were taken over with what the site says of them today. One that has
 * another text is given again; one that is missing at two looks was deleted, or withdrawn by its
 * moderators.
 *
 * @param found what is known afterwards
 */
record Look(List<Intake> records, Map<String, Known> found) {
  /** That so many vanish at once, and nothing else is left, is a fault rather than a deletion. */
  private static final int MOST_AT_ONCE = 5;

  /**
   * @param answer the comments of those ids that the site still shows
   */
  static Look at(Map<String, Known> asked, JsonNode answer, CommentReader reader, Posts posts) {
    Map<String, CommentReader.Read> shown = new HashMap<>();
    for (JsonNode node : answer) {
      CommentReader.Read comment = reader.read(node);
      if (comment.id() != null) {
        shown.put(comment.id(), comment);
      }
    }
    boolean ignoresTheIds = !asked.keySet().containsAll(shown.keySet());
    if (ignoresTheIds || (shown.isEmpty() && asked.size() > MOST_AT_ONCE)) {
      return new Look(List.of(), asked);
    }
    List<Intake> records = new ArrayList<>();
    Map<String, Known> found = new LinkedHashMap<>();
    asked.forEach(
        (id, known) -> {
          CommentReader.Read now = shown.get(id);
          if (now != null) {
            found.put(id, now.known() == null ? known : now.known());
            if (now.record() != null && now.known() != null && !isSame(known, now.known())) {
              records.add(now.record());
            }
          } else if (known.missing()) {
            records.add(posts.deleted(id, DocumentKind.COMMENT, known.url()));
          } else {
            found.put(id, new Known(known.url(), known.print(), true));
          }
        });
    return new Look(records, found);
  }

  private static boolean isSame(Known one, Known other) {
    return one.print().equals(other.print());
  }
}
