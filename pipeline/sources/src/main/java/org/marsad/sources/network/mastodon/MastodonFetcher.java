// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Json;
import org.marsad.model.SourceState;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.ApiRequest;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.ListingCursor;
import org.marsad.sources.network.ListingCursor.Item;
import org.marsad.sources.network.ListingCursor.Taken;
import org.marsad.sources.network.Posts;

/** Reads the timeline of a hashtag, a page a step, the newest first. */
public final class MastodonFetcher implements Fetcher {
  /** For instances that show their timelines to members only. */
  static final String KEY = "MASTODON_TOKEN";

  private static final int PAGE = 40;

  private final OutletFeed feed;
  private final FetchContext context;
  private final Posts posts;

  public MastodonFetcher(OutletFeed feed, FetchContext context) {
    this.feed = feed;
    this.context = context;
    this.posts = new Posts(feed, context);
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    ListingCursor before = ListingCursor.parse(cursor);
    ApiResult result = context.client().call(request(before.next()));
    if (!(result instanceof ApiResult.Answer answer) || answer.status() != 200) {
      return FetchStep.fault(cursor, MastodonFaults.of(result, context.clock().instant()));
    }
    JsonNode page = page(answer.text());
    return page == null
        ? FetchStep.fault(
            cursor,
            new FetchStep.Fault(
                SourceState.FAILING,
                answer.status(),
                "the answer is no list of statuses; look whether the URL is a timeline's",
                null))
        : step(before, page);
  }

  private static @Nullable JsonNode page(String text) {
    try {
      JsonNode read = Json.MAPPER.readTree(text);
      return read.isArray() ? read : null;
    } catch (JsonProcessingException cut) {
      return null;
    }
  }

  private ApiRequest request(@Nullable String below) {
    String base = feed.url().toString();
    String query = "limit=" + PAGE + (below == null ? "" : "&max_id=" + below);
    String token = context.keys().find(KEY);
    return new ApiRequest(
        URI.create(base + (base.contains("?") ? "&" : "?") + query),
        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token),
        null,
        context.minDelay(),
        AddressPolicy.forConfigured(feed.url()));
  }

  private FetchStep step(ListingCursor before, JsonNode page) {
    List<Status> statuses = new ArrayList<>();
    Set<String> unreadable = new TreeSet<>();
    for (JsonNode json : page) {
      Status status = Status.of(json);
      if (status == null) {
        unreadable.add(ListingCursor.fingerprint(null, json.toString()));
      } else {
        statuses.add(status);
      }
    }
    long below = before.next() == null ? Long.MAX_VALUE : Long.parseLong(before.next());
    Taken taken =
        before.take(statuses.stream().map(this::item).toList(), below, older(page, statuses));
    List<Intake> records = new ArrayList<>();
    for (Status status : statuses) {
      if (taken.fresh().contains(status.id())) {
        records.add(post(status));
      }
    }
    taken
        .confirmed()
        .forEach(id -> records.add(posts.deleted(nativeId(id), DocumentKind.POST, null)));
    for (String fault : unreadable) {
      if (!before.faults().contains(fault)) {
        records.add(unreadable());
      }
    }
    String after = taken.after().withFaults(unreadable).write();
    return taken.more() ? FetchStep.more(records, after) : FetchStep.done(records, after);
  }

  private static @Nullable String older(JsonNode page, List<Status> statuses) {
    // A page that is not full is the last.
    return page.size() < PAGE || statuses.isEmpty()
        ? null
        : Long.toString(statuses.get(statuses.size() - 1).id());
  }

  private Item item(Status status) {
    return new Item(
        status.id(),
        status.isDocument() ? ListingCursor.fingerprint(status.warning(), status.text()) : null);
  }

  private Intake post(Status status) {
    return posts.of(
        new Posts.Post(
            nativeId(status.id()),
            null,
            DocumentKind.POST,
            null,
            status.warning(),
            status.text(),
            feed.url().getHost() + "/" + status.account(),
            status.published(),
            status.language()));
  }

  private Intake unreadable() {
    return posts.rejection(
        "unreadable-status",
        "a status of the timeline has no id, author or content in Mastodon's form;"
            + " look whether the instance runs another program",
        feed.url().getHost() + feed.url().getPath());
  }

  /** Ids are the instance's own. */
  private String nativeId(long id) {
    return feed.url().getHost() + "/" + id;
  }
}
