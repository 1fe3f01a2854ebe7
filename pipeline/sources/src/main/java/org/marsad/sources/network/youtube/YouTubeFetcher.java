// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.sources.catalogue.NetworkKeys;
import org.marsad.sources.catalogue.NumberOption;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Posts;
import org.marsad.sources.network.keyed.Allowance;
import org.marsad.sources.network.keyed.KeyedApi;
import org.marsad.sources.network.keyed.Reply;

/**
 * Reads the comments on a video, or on all videos of a channel. Each step is one request and one
 * unit of the quota; the stream stops before it asks for more than its share of the day.
 */
public final class YouTubeFetcher implements Fetcher {
  /** Where the quota's day begins. */
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final CommentIntake intake;
  private final Clock clock;
  private final KeyedApi api;
  private final YouTubeRequests requests;
  private final Allowance units;
  private final Duration backfill;

  public YouTubeFetcher(OutletFeed feed, FetchContext context) {
    intake = new CommentIntake(new Posts(feed, context));
    clock = context.clock();
    api = new KeyedApi(context, NetworkKeys.YOUTUBE, "X-Goog-Api-Key", "");
    requests = new YouTubeRequests(feed.url());
    long daily = NumberOption.DAILY_UNITS.of(feed);
    units = new Allowance(daily, Allowance.Period.DAY, PACIFIC, clock);
    backfill = Duration.ofDays(NumberOption.BACKFILL_DAYS.of(feed));
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    YouTubeProgress progress = YouTubeProgress.of(cursor, clock.instant(), backfill);
    if (units.left(progress.spending()) < 1) {
      return FetchStep.fault(cursor, units.usedUp("units", NumberOption.DAILY_UNITS.name()));
    }
    PendingReplies replies = progress.nextReplies();
    if (replies != null) {
      return replies(cursor, progress, replies);
    }
    List<String> asked = progress.nextAsked();
    return asked.isEmpty() ? threads(cursor, progress) : again(cursor, progress, asked);
  }

  private FetchStep threads(@Nullable String cursor, YouTubeProgress progress)
      throws InterruptedException {
    progress.askedForThreads();
    Reply reply = ask(progress, requests.threads(progress.page()));
    if (!(reply instanceof Reply.Read read)) {
      return denied(cursor, progress, reply);
    }
    CommentIntake.Threads threads = intake.threads(progress, read.body());
    String next = nextPage(read);
    if (next != null && threads.newer()) {
      progress.walkOn(next);
    } else {
      progress.endWalk(clock.instant());
    }
    return step(progress, threads.records());
  }

  private FetchStep replies(
      @Nullable String cursor, YouTubeProgress progress, PendingReplies pending)
      throws InterruptedException {
    Reply reply = ask(progress, requests.replies(pending.thread(), pending.page()));
    if (reply instanceof Reply.Denied denied
        && (denied.status() == 404 || denied.status() == 400)) {
      // The thread went while we read, or its page did: the daily look will tell.
      progress.readReplies(null);
      return step(progress, List.of());
    }
    if (!(reply instanceof Reply.Read read)) {
      return denied(cursor, progress, reply);
    }
    List<Intake> records = intake.replies(progress, pending, read.body());
    progress.readReplies(nextPage(read));
    return step(progress, records);
  }

  private FetchStep again(@Nullable String cursor, YouTubeProgress progress, List<String> ids)
      throws InterruptedException {
    Reply reply = ask(progress, requests.comments(ids));
    return reply instanceof Reply.Read read
        ? step(progress, intake.again(progress, ids, read.body()))
        : denied(cursor, progress, reply);
  }

  private Reply ask(YouTubeProgress progress, URI uri) throws InterruptedException {
    Reply reply = api.get(uri);
    if (!(reply instanceof Reply.Unanswered)) {
      progress.spend(units.plus(progress.spending(), 1));
    }
    return reply;
  }

  private FetchStep denied(@Nullable String cursor, YouTubeProgress progress, Reply reply) {
    Instant now = clock.instant();
    if (reply instanceof Reply.Denied denied) {
      if (YouTubeFaults.isStalePage(denied) && progress.page() != null) {
        progress.forgetPage();
        return step(progress, List.of());
      }
      if (denied.status() == 404 && progress.askAgainNow(now)) {
        return step(progress, List.of());
      }
      return FetchStep.fault(cursor, YouTubeFaults.of(denied, now, units.renewedAt()));
    }
    return FetchStep.fault(cursor, ((Reply.Unanswered) reply).fault());
  }

  private static FetchStep step(YouTubeProgress progress, List<Intake> records) {
    return progress.unfinished()
        ? FetchStep.more(records, progress.cursor())
        : FetchStep.done(records, progress.cursor());
  }

  private static @Nullable String nextPage(Reply.Read read) {
    String next = read.body().path("nextPageToken").textValue();
    return next == null || next.isBlank() ? null : next;
  }
}
