// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;

/**
 * What a language has to say on a topic.
 *
 * @param shared three blocks of variants that fit every story of the topic: voices, background,
 *     close; null where each story is whole by itself
 */
record TopicBank(List<Story> stories, @Nullable String shared) {

  /**
   * One story. Its text is blocks of variants, the first of which are titles; an article takes one
   * variant of each block.
   *
   * @param stance towards migrants; null in ordinary news
   * @param days of the dispute, its first being 1, on which every outlet of the language prints it;
   *     null: any day of the archive
   * @param opinion only in outlets that print opinion pieces
   */
  record Story(
      String text,
      @Nullable Stance stance,
      int intensity,
      @Nullable List<Integer> days,
      boolean opinion) {

    List<List<String>> blocks() {
      return Banks.blocks(text);
    }
  }

  /** What fits every story of a topic. */
  record Shared(List<String> voices, List<String> background, List<String> close) {}

  Optional<Shared> sharedBlocks() {
    if (shared == null) {
      return Optional.empty();
    }
    List<List<String>> blocks = Banks.blocks(shared);
    return Optional.of(new Shared(blocks.get(0), blocks.get(1), blocks.get(2)));
  }
}
