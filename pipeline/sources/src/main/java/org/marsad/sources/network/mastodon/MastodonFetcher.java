// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Posts;

/**
 * Reads a timeline forward, a page a step. The interface does not tell edits and deletions, so once
 * an hour the pages of the latest statuses are read again: what has another version is emitted
 * again, what arrived late from another instance is emitted, and what is missing is asked for by
 * its id and, if it is gone, deleted.
 */
public final class MastodonFetcher implements Fetcher {
  /** How far back a new stream begins. */
  private static final Duration FIRST = Duration.ofDays(7);

  private static final Duration CHECK_EVERY = Duration.ofHours(1);

  private final Timeline timeline;
  private final Posts posts;
  private final FetchContext context;

  public MastodonFetcher(OutletFeed feed, FetchContext context) {
    this.timeline = new Timeline(feed, context);
    this.posts = new Posts(feed, context);
    this.context = context;
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    Instant now = context.clock().instant();
    Progress progress = cursor == null ? null : Progress.of(cursor);
    if (progress == null) {
      return start(now);
    }
    return progress.checking == null
        ? newer(progress, cursor, now)
        : check(progress, progress.checking, cursor, now);
  }

  /**
   * Looks how the server numbers its statuses. Where the ids hold their time, the stream begins a
   * week ago; elsewhere with the newest page, for such a server would begin with its oldest.
   */
  private FetchStep start(Instant now) throws InterruptedException {
    Timeline.Result result = timeline.newest();
    if (!(result instanceof Timeline.Page page)) {
      return FetchStep.fault(null, ((Timeline.Failed) result).fault());
    }
    Instant earliest = now.minus(FIRST);
    String newest = last(page, "");
    if (newest.isEmpty() || StatusIds.holdTime(newest)) {
      Progress progress = Progress.startingBehind(StatusIds.at(earliest), now);
      // Of an empty timeline nothing is known, and nothing is missed.
      return page.statuses().isEmpty()
          ? FetchStep.done(List.of(), null)
          : step(List.of(), progress, true, page.pause());
    }
    Progress progress = Progress.startingBehind(newest, now);
    List<Intake> records = new ArrayList<>();
    for (Status status : page.statuses()) {
      if (!status.isBefore(earliest)) {
        records.addAll(records(status, progress, true));
      }
    }
    return step(records, progress, true, page.pause());
  }

  private FetchStep newer(Progress progress, @Nullable String cursor, Instant now)
      throws InterruptedException {
    Timeline.Result result = timeline.behind(progress.newest);
    if (!(result instanceof Timeline.Page page)) {
      return FetchStep.fault(cursor, ((Timeline.Failed) result).fault());
    }
    List<Intake> records = new ArrayList<>();
    for (Status status : page.statuses()) {
      records.addAll(records(status, progress, true));
    }
    String last = last(page, progress.newest);
    boolean further = !last.equals(progress.newest);
    progress.newest = last;
    boolean checkDue = !now.isBefore(progress.checked.plus(CHECK_EVERY));
    if (!further && checkDue && progress.isWatching()) {
      progress.checking = progress.beforeWatched();
    }
    return step(records, progress, further || progress.checking != null, page.pause());
  }

  private FetchStep check(Progress progress, String from, @Nullable String cursor, Instant now)
      throws InterruptedException {
    Timeline.Result result = timeline.behind(from);
    if (!(result instanceof Timeline.Page page)) {
      return FetchStep.fault(cursor, ((Timeline.Failed) result).fault());
    }
    List<Intake> records = new ArrayList<>();
    Set<String> found = new HashSet<>();
    for (Status status : page.statuses()) {
      records.addAll(records(status, progress, false));
      String id = status.id();
      if (id != null) {
        found.add(id);
      }
    }
    String last = last(page, from);
    boolean end = last.equals(from);
    for (String id : progress.between(from, end ? null : last)) {
      if (!found.contains(id) && timeline.isGone(id)) {
        progress.forget(id);
        records.add(posts.deleted(id, DocumentKind.POST, null));
      }
    }
    progress.checking = end ? null : last;
    progress.checked = now;
    if (StatusIds.compare(last, progress.newest) > 0) {
      progress.newest = last;
    }
    return step(records, progress, !end, page.pause());
  }

  /**
   * @param first whether the page is read for the first time, and its faults are to be told
   */
  private List<Intake> records(Status status, Progress progress, boolean first) {
    String id = status.id();
    if (id == null || !status.isSound()) {
      return first ? List.of(rejection(id)) : List.of();
    }
    if (!status.isWanted() || progress.knows(id, status.version())) {
      return List.of();
    }
    progress.watch(id, status.version());
    return List.of(posts.of(status.post(id, context.clock().instant())));
  }

  private Intake rejection(@Nullable String id) {
    return posts.rejection(
        "unexpected-form",
        "a status lacks its id, content or account, or has them in another type; it is passed over",
        id == null ? "timeline" : id);
  }

  /** The newest id of a page, whatever order it is in. */
  private static String last(Timeline.Page page, String from) {
    String last = from;
    for (Status status : page.statuses()) {
      String id = status.id();
      if (id != null && StatusIds.compare(id, last) > 0) {
        last = id;
      }
    }
    return last;
  }

  private static FetchStep step(
      List<Intake> records, Progress progress, boolean more, @Nullable Instant pause) {
    if (more && pause != null) {
      FetchStep.Fault fault =
          new FetchStep.Fault(
              SourceState.THROTTLED, 200, "the instance's requests are used up for now", pause);
      return new FetchStep(records, progress.cursor(), false, fault);
    }
    return more
        ? FetchStep.more(records, progress.cursor())
        : FetchStep.done(records, progress.cursor());
  }
}
