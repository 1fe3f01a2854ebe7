// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Story;
import org.marsad.model.Story.Role;
import org.marsad.sources.story.StoryMemory.Told;

/**
 * Tells of each article which story it tells, in the order in which articles are seen: that of the
 * one seen before that is most like it, else its own. Pure but for the memory that it is given.
 */
public final class StoryLinker {
  private final StoryMemory memory;

  public StoryLinker(StoryMemory memory) {
    this.memory = memory;
  }

  /** What an article that is like another was found to be. */
  private record Match(Told told, double likeness) {}

  /** The article's story. One that comes again, edited, keeps the story that it had. */
  public Story link(Fingerprint print) throws IOException {
    long document = Fingerprint.documentKey(print.document());
    List<Long> keys = print.textKeys();
    Told before = memory.told(document);
    Story story = before == null ? story(print, keys) : before.story();
    memory.tell(document, new Told(print, story));
    for (List<Long> own : List.of(keys, print.factKeys())) {
      for (long key : own) {
        lead(key, document, story);
      }
    }
    return story;
  }

  /** A key leads to the first of a story, and from one story to the next: the newer is wanted. */
  private void lead(long key, long document, Story story) throws IOException {
    Long holder = memory.holder(key);
    Told held = holder == null || holder == document ? null : memory.told(holder);
    if (held == null || !held.story().id().equals(story.id())) {
      memory.hold(key, document);
    }
  }

  private Story story(Fingerprint print, List<Long> keys) throws IOException {
    Match copied = best(print, keys, Likeness::ofText);
    if (copied != null) {
      return new Story(
          copied.told().story().id(),
          print.agency() == null ? Role.COPY : Role.WIRE,
          toTheFirst(print, copied),
          print.agency());
    }
    Match translated = best(print, print.factKeys(), Likeness::ofFacts);
    if (translated != null) {
      return new Story(
          translated.told().story().id(), Role.SAME_EVENT, translated.likeness(), print.agency());
    }
    return new Story(
        print.document(), print.agency() == null ? Role.ORIGINAL : Role.WIRE, 1, print.agency());
  }

  private @Nullable Match best(
      Fingerprint print, List<Long> keys, ToDoubleBiFunction<Fingerprint, Fingerprint> likeness)
      throws IOException {
    Set<Long> holders = new LinkedHashSet<>();
    for (long key : keys) {
      Long holder = memory.holder(key);
      if (holder != null) {
        holders.add(holder);
      }
    }
    Match best = null;
    for (long holder : holders) {
      Told told = memory.told(holder);
      double found = told == null ? 0 : likeness.applyAsDouble(print, told.print());
      if (told != null && found > (best == null ? 0 : best.likeness())) {
        best = new Match(told, found);
      }
    }
    return best;
  }

  /** To the story's first article; to the one that was copied where the first is not like it. */
  private double toTheFirst(Fingerprint print, Match copied) throws IOException {
    Told first = memory.told(Fingerprint.documentKey(copied.told().story().id()));
    double toFirst = first == null ? 0 : Likeness.ofText(print, first.print());
    return toFirst > 0 ? toFirst : copied.likeness();
  }
}
