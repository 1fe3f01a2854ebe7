// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.ApiRequest;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.http.ApiResult.Answer;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.ListingCursor;
import org.marsad.sources.network.ListingCursor.Item;
import org.marsad.sources.network.ListingCursor.Taken;
import org.marsad.sources.network.Posts;

/**
 * Reads a listing of a hundred things a step. What has left the listing, and what a page shows as
 * deleted, is looked up once more by its id before it is called deleted: Reddit's terms ask for
 * that, and a search leaves things out.
 */
public final class RedditFetcher implements Fetcher {
  private static final int PAGE = 100;

  private final OutletFeed feed;
  private final FetchContext context;
  private final Posts posts;
  private final AccessToken token;
  private final Refusals refusals;
  private final boolean comments;

  public RedditFetcher(OutletFeed feed, FetchContext context) {
    this.feed = feed;
    this.context = context;
    this.posts = new Posts(feed, context);
    this.refusals = new Refusals(context.clock());
    this.token = new AccessToken(feed, context, refusals);
    this.comments = feed.url().getPath().replaceAll("/+$", "").endsWith("/comments");
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    ListingCursor before = ListingCursor.parse(cursor);
    Set<Long> suspects = before.next() == null ? firstOf(before.missing()) : Set.of();
    URI page = suspects.isEmpty() ? page(before.next()) : lookUp(suspects);
    Fault noToken = token.renew();
    if (noToken != null) {
      return FetchStep.fault(cursor, noToken);
    }
    ApiResult result = ask(page);
    if (result instanceof Answer refused && refused.status() == 401) {
      token.drop();
      Fault stillNone = token.renew();
      if (stillNone != null) {
        return FetchStep.fault(cursor, stillNone);
      }
      result = ask(page);
    }
    if (!(result instanceof Answer answer)) {
      return FetchStep.fault(cursor, RedditFaults.of(result));
    }
    if (answer.status() == 401) {
      return FetchStep.fault(cursor, token.notAccepted(401));
    }
    if (answer.status() != 200) {
      return FetchStep.fault(cursor, refusals.of(answer));
    }
    JsonNode json = RedditFaults.json(answer);
    if (json == null || !json.path("data").path("children").isArray()) {
      return FetchStep.fault(cursor, RedditFaults.unreadable(answer.status()));
    }
    refusals.none();
    FetchStep step = suspects.isEmpty() ? listed(before, json) : looked(before, suspects, json);
    Fault usedUp = refusals.usedUp(answer);
    return usedUp == null ? step : new FetchStep(step.records(), step.cursor(), false, usedUp);
  }

  private FetchStep listed(ListingCursor before, JsonNode json) {
    Page page = new Page(json);
    String older = json.path("data").path("after").asText();
    long below = before.next() == null ? Long.MAX_VALUE : Thing.number(before.next());
    Taken taken = before.take(page.items(), below, Thing.isFullName(older) ? older : null);
    List<Intake> records = new ArrayList<>();
    Set<Long> left = new TreeSet<>(taken.fresh());
    for (Thing thing : page.things) {
      if (thing.post() != null && left.remove(thing.number())) {
        records.add(posts.of(thing.post()));
      }
    }
    page.unreadable.stream()
        .filter(fault -> !before.faults().contains(fault))
        .forEach(fault -> records.add(rejection()));
    ListingCursor after = taken.after().withFaults(page.unreadable);
    boolean more = taken.more() || !after.missing().isEmpty();
    return more ? FetchStep.more(records, after.write()) : FetchStep.done(records, after.write());
  }

  /** What is not there, or there as deleted, is gone. */
  private FetchStep looked(ListingCursor before, Set<Long> asked, JsonNode json) {
    Set<Long> gone = new TreeSet<>(asked);
    for (Thing thing : new Page(json).things) {
      if (thing.post() != null) {
        gone.remove(thing.number());
      }
    }
    List<Intake> records = gone.stream().map(this::deletion).toList();
    ListingCursor after = before.without(gone).found(asked);
    return after.missing().isEmpty()
        ? FetchStep.done(records, after.write())
        : FetchStep.more(records, after.write());
  }

  private ApiResult ask(URI page) throws InterruptedException {
    return context
        .client()
        .call(
            new ApiRequest(
                page,
                Map.of("Authorization", token.bearer()),
                null,
                context.minDelay(),
                AddressPolicy.forConfigured(feed.url())));
  }

  private URI page(@Nullable String after) {
    String base = feed.url().toString().replaceAll("#.*$", "");
    String sort = base.contains("/search") && !base.contains("sort=") ? "&sort=new" : "";
    return URI.create(
        base
            + (base.contains("?") ? "&" : "?")
            + "limit="
            + PAGE
            + "&raw_json=1"
            + sort
            + (after == null ? "" : "&after=" + after));
  }

  private static Set<Long> firstOf(Set<Long> missing) {
    return missing.stream().limit(PAGE).collect(Collectors.toCollection(TreeSet::new));
  }

  private URI lookUp(Set<Long> numbers) {
    String names =
        numbers.stream()
            .map(number -> Thing.fullName(number, comments))
            .collect(Collectors.joining(","));
    return feed.url().resolve("/api/info?raw_json=1&id=" + names);
  }

  private Intake deletion(long number) {
    DocumentKind kind = comments ? DocumentKind.COMMENT : DocumentKind.POST;
    return posts.deleted(Thing.fullName(number, comments), kind, null);
  }

  private Intake rejection() {
    return posts.rejection(
        "unreadable-post",
        "an entry of the listing has no id or no text; look whether Reddit's interface has changed",
        feed.url().getPath());
  }

  /** Of the feed's kind; a listing that mixes posts and comments is read for one of them. */
  private final class Page {
    private final List<Thing> things = new ArrayList<>();
    private final Set<String> unreadable = new TreeSet<>();

    Page(JsonNode json) {
      for (JsonNode child : json.path("data").path("children")) {
        Thing thing = Thing.of(child);
        if (thing == null) {
          unreadable.add(ListingCursor.fingerprint(null, child.toString()));
        } else if (thing.post() == null || isOfKind(thing.post())) {
          things.add(thing);
        }
      }
    }

    List<Item> items() {
      return things.stream().map(t -> new Item(t.number(), t.fingerprint())).toList();
    }

    private boolean isOfKind(Posts.Post post) {
      return comments == (post.kind() == DocumentKind.COMMENT);
    }
  }
}
