// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * Reads what a search finds among the posts of the last seven days. Each post read costs money: the
 * stream stops before it reads more than its budget of the month.
 */
public final class XFetcher implements Fetcher {
  private static final int LARGEST_PAGE = 100;
  private static final int SMALLEST_PAGE = 10;

  private final Posts posts;
  private final Clock clock;
  private final KeyedApi api;
  private final XRequests requests;
  private final Allowance reads;
  private final int watched;

  public XFetcher(OutletFeed feed, FetchContext context) {
    posts = new Posts(feed, context);
    clock = context.clock();
    api = new KeyedApi(context, NetworkKeys.X, "Authorization", "Bearer ");
    requests = new XRequests(feed.url(), feed.options().getOrDefault("query", ""));
    long monthly = NumberOption.MONTHLY_READS.of(feed);
    reads = new Allowance(monthly, Allowance.Period.MONTH, ZoneOffset.UTC, clock);
    watched = (int) NumberOption.WATCH.of(feed);
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    XProgress progress = XProgress.of(cursor, clock.instant());
    long left = reads.left(progress.spending());
    if (left < SMALLEST_PAGE) {
      return FetchStep.fault(cursor, usedUp());
    }
    return progress.isAsking()
        ? again(cursor, progress, progress.latest(Math.min(LARGEST_PAGE, left)))
        : search(cursor, progress, Math.min(LARGEST_PAGE, left));
  }

  private FetchStep search(@Nullable String cursor, XProgress progress, long most)
      throws InterruptedException {
    URI uri = requests.search(progress.readUpTo(), progress.page(), most);
    Reply reply = api.get(uri);
    if (!(reply instanceof Reply.Read read)) {
      return denied(cursor, progress, reply);
    }
    List<Intake> records = taken(progress, read);
    String next = read.body().path("meta").path("next_token").textValue();
    if (next == null || next.isBlank()) {
      progress.endWalk(clock.instant());
    } else {
      progress.walkOn(next);
    }
    return step(progress, records, read);
  }

  /** Asks again for the latest posts: those that are not given any more are gone. */
  private FetchStep again(@Nullable String cursor, XProgress progress, List<String> asked)
      throws InterruptedException {
    Reply reply = api.get(requests.posts(asked));
    if (!(reply instanceof Reply.Read read)) {
      return denied(cursor, progress, reply);
    }
    progress.askedAgain(clock.instant());
    long given = read.body().path("data").size();
    progress.spend(reads.plus(progress.spending(), given));
    List<Intake> records = new ArrayList<>();
    for (String id : gone(read.body())) {
      if (asked.contains(id)) {
        progress.forget(id);
        records.add(deleted(id));
      }
    }
    return step(progress, records, read);
  }

  private List<Intake> taken(XProgress progress, Reply.Read read) {
    List<JsonNode> found = new ArrayList<>();
    read.body().path("data").forEach(found::add);
    progress.spend(reads.plus(progress.spending(), found.size()));
    List<Intake> records = new ArrayList<>();
    // The oldest first, as they were written.
    for (int i = found.size() - 1; i >= 0; i--) {
      take(progress, found.get(i), records);
    }
    for (JsonNode error : read.body().path("errors")) {
      records.add(withheld(error));
    }
    return records;
  }

  private void take(XProgress progress, JsonNode resource, List<Intake> records) {
    XPost post = XPost.of(resource);
    if (post == null) {
      records.add(
          posts.rejection(
              "incomplete-post",
              "the post has no id or no text; if many are, the interface has changed: tell Marsad",
              resource.path("id").asText("without-id")));
      return;
    }
    if (!post.repost()) {
      records.add(posts.of(post.post()));
    }
    for (String id : post.earlier()) {
      progress.forget(id);
      records.add(deleted(id));
    }
    progress.took(post.id(), watched);
  }

  private Intake withheld(JsonNode error) {
    // An account's number is not to be kept as it is.
    boolean namesPost = error.path("resource_type").asText().equals("tweet");
    return posts.rejection(
        "withheld",
        "the network holds a part of the answer back, with the words \""
            + error.path("title").asText("no reason given")
            + "\"; the rest was read",
        namesPost ? error.path("resource_id").asText("without-id") : "search");
  }

  private Intake deleted(String id) {
    return posts.deleted(id, DocumentKind.POST, XPost.url(id));
  }

  /** The ids that the answer names as deleted, or as no longer for everybody. */
  private static Set<String> gone(JsonNode body) {
    Set<String> ids = new HashSet<>();
    for (JsonNode error : body.path("errors")) {
      String type = error.path("type").asText();
      if (type.endsWith("/resource-not-found") || type.endsWith("/not-authorized-for-resource")) {
        ids.add(error.path("resource_id").asText(error.path("value").asText()));
      }
    }
    return ids;
  }

  private FetchStep denied(@Nullable String cursor, XProgress progress, Reply reply) {
    if (!(reply instanceof Reply.Denied denied)) {
      return FetchStep.fault(cursor, ((Reply.Unanswered) reply).fault());
    }
    if (progress.page() != null && XFaults.blames(denied, "next_token")) {
      progress.forgetPage();
      return FetchStep.more(List.of(), progress.cursor());
    }
    if (progress.readUpTo() != null && XFaults.blames(denied, "since_id")) {
      progress.forgetReadUpTo();
      return FetchStep.more(List.of(gap()), progress.cursor());
    }
    Instant now = clock.instant();
    return FetchStep.fault(cursor, XFaults.of(denied, now));
  }

  private Intake gap() {
    return posts.rejection(
        "gap",
        "it was not read for more than a week, and the search reaches no further back: posts from"
            + " between are missing",
        "search");
  }

  private FetchStep.Fault usedUp() {
    return new FetchStep.Fault(
        SourceState.THROTTLED,
        null,
        "its budget of "
            + reads.limit()
            + " posts for "
            + reads.name()
            + " is used up ("
            + NumberOption.MONTHLY_READS.name()
            + "); goes on at "
            + reads.renewedAt(),
        reads.renewedAt());
  }

  private static FetchStep step(XProgress progress, List<Intake> records, Reply.Read read) {
    return new FetchStep(
        records, progress.cursor(), progress.unfinished(), XFaults.lastAllowed(read.answer()));
  }
}
