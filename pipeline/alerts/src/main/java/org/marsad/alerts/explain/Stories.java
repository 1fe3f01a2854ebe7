// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.explain.Story.Text;
import org.marsad.model.Authorship;
import org.marsad.model.Document;

/**
 * Groups documents into stories: copies and near-copies of one text, and the comments under an
 * article together with it.
 *
 * <p>A comment that is pasted under several articles is a story of its own. It must not make one
 * story of all that it is pasted under.
 */
final class Stories {
  private final List<Document> documents;
  private final Groups texts;
  private final Groups stories;
  private final BitSet pasted = new BitSet();

  private Stories(List<Document> documents) {
    this.documents = documents;
    this.texts = new Groups(documents.size());
    this.stories = new Groups(documents.size());
  }

  /**
   * @param documents a few hundred, since each is compared with each
   * @return the largest first
   */
  static List<Story> of(List<Document> documents) {
    Stories grouped = new Stories(documents);
    grouped.joinCopies();
    grouped.joinThreads();
    return grouped.largestFirst();
  }

  private void joinCopies() {
    List<Shingles> shingles = documents.stream().map(Shingles::of).toList();
    for (int one = 0; one < documents.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (shingles.get(one).isLike(shingles.get(other))) {
          texts.join(one, other);
          joinStories(one, other);
        }
      }
    }
  }

  private void joinStories(int one, int other) {
    String thread = documents.get(one).parentId();
    String otherThread = documents.get(other).parentId();
    if (thread == null && otherThread == null) {
      stories.join(one, other);
    } else if (thread != null && otherThread != null && !thread.equals(otherThread)) {
      stories.join(one, other);
      pasted.set(one);
      pasted.set(other);
    }
  }

  private void joinThreads() {
    Map<String, Integer> threads = new HashMap<>();
    for (int at = 0; at < documents.size(); at++) {
      if (documents.get(at).parentId() == null) {
        threads.put(documents.get(at).id(), at);
      }
    }
    for (int at = 0; at < documents.size(); at++) {
      String thread = documents.get(at).parentId();
      if (thread != null && !pasted.get(at)) {
        Integer first = threads.putIfAbsent(thread, at);
        if (first != null) {
          stories.join(at, first);
        }
      }
    }
  }

  private List<Story> largestFirst() {
    Map<Integer, List<Text>> byStory = new HashMap<>();
    for (List<Integer> copies : texts.all()) {
      int telling =
          copies.stream()
              .min((one, other) -> Story.TELLING.compare(documents.get(one), documents.get(other)))
              .orElseThrow();
      byStory
          .computeIfAbsent(stories.root(telling), key -> new ArrayList<>())
          .add(new Text(documents.get(telling), copies.size()));
    }
    return stories.all().stream()
        .map(
            members ->
                new Story(
                    members.size(),
                    Authorship.told(members.stream().map(documents::get).toList()),
                    byStory.getOrDefault(stories.root(members.get(0)), List.of()).stream()
                        .sorted(Text.TELLING)
                        .toList()))
        .sorted(comparingInt(Story::size).reversed())
        .toList();
  }
}
