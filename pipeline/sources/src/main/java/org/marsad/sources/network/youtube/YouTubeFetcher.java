// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.SourceState;
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

  private final Posts posts;
  private final Clock clock;
  private final KeyedApi api;
  private final YouTubeRequests requests;
  private final Allowance units;
  private final Duration backfill;

  public YouTubeFetcher(OutletFeed feed, FetchContext context) {
    posts = new Posts(feed, context);
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
      return FetchStep.fault(cursor, usedUp());
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
    List<Intake> records = new ArrayList<>();
    boolean newer = false;
    List<JsonNode> items = new ArrayList<>();
    read.body().path("items").forEach(items::add);
    // The oldest first, so that the newest is remembered longest.
    Collections.reverse(items);
    for (JsonNode item : items) {
      newer |= thread(progress, item, records);
    }
    String next = nextPage(read);
    if (next != null && newer) {
      progress.walkOn(next);
    } else {
      progress.endWalk(clock.instant());
    }
    return step(progress, records);
  }

  /** Whether the thread is newer than all that was read before. */
  private boolean thread(YouTubeProgress progress, JsonNode item, List<Intake> records) {
    JsonNode snippet = item.path("snippet");
    Comment top = Comment.of(snippet.path("topLevelComment"), snippet.path("videoId").textValue());
    if (top == null) {
      records.add(incomplete(item));
      return false;
    }
    JsonNode shown = item.path("replies").path("comments");
    int count = snippet.path("totalReplyCount").asInt();
    Integer before = progress.repliesOf(top.id());
    boolean newer = progress.isNewer(top.published());
    boolean grown = before == null ? newer : count > before;
    take(progress, top, count, records);
    shown.forEach(reply -> takeReply(progress, reply, top.video(), records));
    // At most five are shown here.
    if (grown && count > shown.size()) {
      progress.queueReplies(new PendingReplies(top.id(), top.video(), null));
    }
    progress.sawThread(top);
    return newer;
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
    List<Intake> records = new ArrayList<>();
    for (JsonNode item : read.body().path("items")) {
      takeReply(progress, item, pending.video(), records);
    }
    progress.readReplies(nextPage(read));
    return step(progress, records);
  }

  /** Asks again for what is known: what has changed is taken anew, what is missing is gone. */
  private FetchStep again(@Nullable String cursor, YouTubeProgress progress, List<String> ids)
      throws InterruptedException {
    Reply reply = ask(progress, requests.comments(ids));
    if (!(reply instanceof Reply.Read read)) {
      return denied(cursor, progress, reply);
    }
    List<Intake> records = new ArrayList<>();
    List<String> stillThere = new ArrayList<>();
    for (JsonNode item : read.body().path("items")) {
      String id = item.path("id").asText();
      stillThere.add(id);
      KnownComment known = progress.known(id);
      Comment comment = known == null ? null : Comment.of(item, known.video());
      if (known != null && comment != null) {
        take(progress, comment, known.replies(), records);
      }
    }
    progress
        .gone(ids, stillThere)
        .forEach(
            (id, comment) ->
                records.add(
                    posts.deleted(id, DocumentKind.COMMENT, Comment.url(id, comment.video()))));
    return step(progress, records);
  }

  private void takeReply(
      YouTubeProgress progress, JsonNode item, @Nullable String video, List<Intake> records) {
    Comment reply = Comment.of(item, video);
    if (reply == null) {
      records.add(incomplete(item));
    } else {
      take(progress, reply, 0, records);
    }
  }

  private void take(
      YouTubeProgress progress, Comment comment, int replyCount, List<Intake> records) {
    if (progress.wants(comment)) {
      records.add(posts.of(comment.post()));
      progress.saw(comment, replyCount);
    } else if (progress.knows(comment)) {
      progress.saw(comment, replyCount);
    }
  }

  private Intake incomplete(JsonNode item) {
    return posts.rejection(
        "incomplete-comment",
        "the comment has no id or no text; if many are, the interface has changed: tell Marsad",
        item.path("id").asText("without-id"));
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

  private FetchStep.Fault usedUp() {
    return new FetchStep.Fault(
        SourceState.THROTTLED,
        null,
        "its "
            + units.limit()
            + " units of the day are used up ("
            + NumberOption.DAILY_UNITS.name()
            + "); goes on at "
            + units.renewedAt(),
        units.renewedAt());
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
