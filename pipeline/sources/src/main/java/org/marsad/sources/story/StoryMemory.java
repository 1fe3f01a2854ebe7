// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Story;

/**
 * What was seen of late. Whatever holds it may forget an entry at any time after its term: then the
 * next article like it begins a story anew.
 */
public interface StoryMemory {
  /**
   * An article that was seen.
   *
   * @param story that it tells
   */
  record Told(Fingerprint print, Story story) {}

  /**
   * @return null where the article was not seen, or was forgotten
   */
  @Nullable Told told(long document) throws IOException;

  /** Remembers an article, in place of what it was before. */
  void tell(long document, Told told) throws IOException;

  /**
   * The article that a key leads to.
   *
   * @return null where there is none
   */
  @Nullable Long holder(long key) throws IOException;

  /** Lets a key lead to this article. */
  void hold(long key, long document) throws IOException;
}
