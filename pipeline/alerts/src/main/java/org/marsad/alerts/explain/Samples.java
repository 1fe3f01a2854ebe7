// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.util.ArrayList;
import java.util.List;
import org.marsad.alerts.explain.Story.Text;

/** Chooses the documents that show what a rise is about. */
final class Samples {
  private static final int FEWEST = 5;
  private static final int MOST = 8;

  private Samples() {}

  /**
   * One of each story, the most telling first. Where there are fewer than five stories, further
   * texts of the same ones follow, but never a copy.
   *
   * @param stories the largest first
   * @param isViral whether the first is the bulk of the rise, so that it has to be shown
   */
  static List<Sample> of(List<Story> stories, boolean isViral) {
    List<Text> chosen = new ArrayList<>(leading(stories));
    if (isViral && chosen.removeAll(leading(stories.subList(0, 1)))) {
      chosen.addAll(0, leading(stories.subList(0, 1)));
    }
    stories.stream()
        .flatMap(story -> story.texts().stream().skip(1))
        .sorted(Text.TELLING)
        .limit(Math.max(0, FEWEST - chosen.size()))
        .forEach(chosen::add);
    return chosen.stream()
        .limit(MOST)
        .map(text -> Sample.of(text.document(), text.copies()))
        .toList();
  }

  private static List<Text> leading(List<Story> stories) {
    return stories.stream()
        .flatMap(story -> story.texts().stream().limit(1))
        .sorted(Text.TELLING)
        .toList();
  }
}
