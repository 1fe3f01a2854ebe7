// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentIds;
import org.marsad.model.Json;

/**
 * How far a listing has been read that shows its newest items first and whose ids grow: a channel's
 * preview, the posts of a forum. A pass starts at the newest page and goes back, a page a step,
 * until it meets what is known; only then does {@code high} rise, so that a pass that is cut off
 * leaves no gap. At first contact a pass ends after ten pages: no archive is fetched unasked.
 *
 * <p>The newest items stay known, so that an edit or a deletion among them is seen.
 *
 * @param high all up to this id has been taken over; 0 before the first pass
 * @param top the highest id that the pass under way has seen
 * @param next where the pass goes on; null between two passes
 * @param pages how many the pass under way has read
 * @param known fingerprints of the newest items that were taken over, by id
 * @param missing known ids that were not where they should have been, when last looked for
 * @param faults fingerprints of what could not be read on the last page, so that it is told once
 */
public record ListingCursor(
    long high,
    long top,
    @Nullable String next,
    int pages,
    Map<Long, String> known,
    Set<Long> missing,
    Set<String> faults) {

  /** More than a page of any listing holds; bounds the state. */
  private static final int MOST_KNOWN = 150;

  private static final int FIRST_PASS_PAGES = 10;
  private static final int FINGERPRINT = 10;

  public static final ListingCursor START =
      new ListingCursor(0, 0, null, 0, Map.of(), Set.of(), Set.of());

  public ListingCursor {
    known = new TreeMap<>(known);
    missing = new TreeSet<>(missing);
    faults = new TreeSet<>(faults);
  }

  /**
   * An item of a page.
   *
   * @param fingerprint of what it says; null for what no document is made of
   */
  public record Item(long id, @Nullable String fingerprint) {}

  /**
   * What a page came to.
   *
   * @param fresh ids of what is new or edited
   * @param doubtful known ids that are missing for the first time
   * @param confirmed known ids that are missing for the second time
   * @param after the cursor behind the page
   */
  public record Taken(
      Set<Long> fresh, Set<Long> doubtful, Set<Long> confirmed, ListingCursor after) {
    /** Whether the pass goes on. */
    public boolean more() {
      return after.next() != null;
    }
  }

  /** Of a null, or of what an older program wrote: the start. */
  public static ListingCursor parse(@Nullable String cursor) {
    if (cursor == null) {
      return START;
    }
    try {
      return Json.MAPPER.readValue(cursor, ListingCursor.class);
    } catch (JsonProcessingException | RuntimeException other) {
      // What is read again is recognised by its id.
      return START;
    }
  }

  /** The form to keep. */
  public String write() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and short texts can always be written", e);
    }
  }

  public static String fingerprint(@Nullable String title, String text) {
    return DocumentIds.contentHash(title, text).substring(0, FINGERPRINT);
  }

  /**
   * @param page the newest first
   * @param below the page shows what has a lower id than this
   * @param following where its older neighbour is; null where it has none
   */
  public Taken take(List<Item> page, long below, @Nullable String following) {
    // By its place and not by its number, for single ones may stand out of order.
    long oldest = page.isEmpty() ? below : page.get(page.size() - 1).id();
    Set<Long> doubtful = absent(page, oldest, below);
    Set<Long> confirmed = new TreeSet<>(doubtful);
    confirmed.retainAll(missing);
    doubtful.removeAll(confirmed);
    Map<Long, String> knownNow = knownWith(page);
    Set<Long> stillMissing = new TreeSet<>(missing);
    stillMissing.removeIf(id -> id >= oldest && id < below);
    stillMissing.addAll(doubtful);
    stillMissing.retainAll(knownNow.keySet());
    long newest = page.stream().mapToLong(Item::id).max().orElse(0);
    long seen = Math.max(newest, Math.max(top, high));
    boolean stuck = oldest >= below;
    boolean farEnough = high == 0 ? pages + 1 >= FIRST_PASS_PAGES : oldest <= high;
    boolean reached = stuck || following == null || farEnough;
    ListingCursor after =
        reached
            ? new ListingCursor(seen, seen, null, 0, knownNow, stillMissing, faults)
            : new ListingCursor(high, seen, following, pages + 1, knownNow, stillMissing, faults);
    return new Taken(fresh(page), doubtful, confirmed, after.without(confirmed));
  }

  /** The same, but that these are known no more: they are gone. */
  public ListingCursor without(Set<Long> ids) {
    Map<Long, String> left = new TreeMap<>(known);
    left.keySet().removeAll(ids);
    Set<Long> looked = new TreeSet<>(missing);
    looked.removeAll(ids);
    return new ListingCursor(high, top, next, pages, left, looked, faults);
  }

  /** The same, but that these are not missing: they were found elsewhere. */
  public ListingCursor found(Set<Long> ids) {
    Set<Long> left = new TreeSet<>(missing);
    left.removeAll(ids);
    return new ListingCursor(high, top, next, pages, known, left, faults);
  }

  public ListingCursor withFaults(Set<String> told) {
    return new ListingCursor(high, top, next, pages, known, missing, told);
  }

  private Set<Long> fresh(List<Item> page) {
    // What lies among the known without being one of them came late, such as an approved post.
    long since = known.isEmpty() ? Long.MAX_VALUE : known.keySet().iterator().next();
    Set<Long> fresh = new TreeSet<>();
    for (Item item : page) {
      boolean due = item.id() > high || item.id() >= since;
      if (item.fingerprint() != null && due && !item.fingerprint().equals(known.get(item.id()))) {
        fresh.add(item.id());
      }
    }
    return fresh;
  }

  /** A page that shows nothing proves nothing. */
  private Set<Long> absent(List<Item> page, long oldest, long below) {
    Set<Long> absent = new TreeSet<>();
    if (!page.isEmpty()) {
      known.keySet().stream().filter(id -> id >= oldest && id < below).forEach(absent::add);
    }
    page.stream()
        .filter(item -> item.fingerprint() != null)
        .forEach(item -> absent.remove(item.id()));
    return absent;
  }

  private Map<Long, String> knownWith(List<Item> page) {
    TreeMap<Long, String> all = new TreeMap<>(known);
    for (Item item : page) {
      if (item.fingerprint() != null) {
        all.put(item.id(), item.fingerprint());
      }
    }
    List<Long> ids = new ArrayList<>(all.keySet());
    ids.subList(0, Math.max(0, ids.size() - MOST_KNOWN)).forEach(all::remove);
    return all;
  }
}
