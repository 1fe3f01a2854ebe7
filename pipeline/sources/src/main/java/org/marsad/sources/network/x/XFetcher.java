// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
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
 * Reads what a search finds among the posts of the last seven days. Each post read costs money: the
 * stream stops before it reads more than its budget of the month.
 */
public final class XFetcher implements Fetcher {
  private static final int LARGEST_PAGE = 100;
  private static final int SMALLEST_PAGE = 10;

  private final PostIntake intake;
  private final Clock clock;
  private final KeyedApi api;
  private final XRequests requests;
  private final Allowance reads;

  public XFetcher(OutletFeed feed, FetchContext context) {
    intake = new PostIntake(new Posts(feed, context), (int) NumberOption.WATCH.of(feed));
    clock = context.clock();
    api = new KeyedApi(context, NetworkKeys.X, "Authorization", "Bearer ");
    requests = new XRequests(feed.url(), feed.options().getOrDefault("query", ""));
    long monthly = NumberOption.MONTHLY_READS.of(feed);
    reads = new Allowance(monthly, Allowance.Period.MONTH, ZoneOffset.UTC, clock);
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    XProgress progress = XProgress.of(cursor, clock.instant());
    long left = reads.left(progress.spending());
    if (left < SMALLEST_PAGE) {
      return FetchStep.fault(cursor, reads.usedUp("posts", NumberOption.MONTHLY_READS.name()));
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
    spend(progress, read);
    List<Intake> records = intake.found(progress, read.body());
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
    spend(progress, read);
    return step(progress, intake.gone(progress, asked, read.body()), read);
  }

  private void spend(XProgress progress, Reply.Read read) {
    progress.spend(reads.plus(progress.spending(), read.body().path("data").size()));
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
      return FetchStep.more(List.of(intake.gap()), progress.cursor());
    }
    return FetchStep.fault(cursor, XFaults.of(denied, clock.instant()));
  }

  private static FetchStep step(XProgress progress, List<Intake> records, Reply.Read read) {
    return new FetchStep(
        records, progress.cursor(), progress.unfinished(), XFaults.lastAllowed(read.answer()));
  }
}
