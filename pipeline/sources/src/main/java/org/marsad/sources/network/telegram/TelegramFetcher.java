// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.ListingCursor;
import org.marsad.sources.network.ListingCursor.Item;
import org.marsad.sources.network.ListingCursor.Taken;
import org.marsad.sources.network.Posts;

/**
 * Reads a channel's preview, a page a step. Edits and deletions are seen among the messages of the
 * newest page; a message counts as deleted when it is missing twice, because a deletion cannot be
 * taken back here.
 */
public final class TelegramFetcher implements Fetcher {
  /** Without it, the last message may be half of one. */
  private static final String END = "</html>";

  private final OutletFeed feed;
  private final FetchContext context;
  private final Posts posts;

  public TelegramFetcher(OutletFeed feed, FetchContext context) {
    this.feed = feed;
    this.context = context;
    this.posts = new Posts(feed, context);
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    ListingCursor before = ListingCursor.parse(cursor);
    FetchOutcome outcome = context.client().fetch(request(before.next()));
    if (!(outcome instanceof Fetched answer)) {
      return FetchStep.fault(cursor, PreviewFaults.of(outcome));
    }
    if (!isPreview(answer.uri())) {
      return FetchStep.fault(cursor, PreviewFaults.noPreview(answer.status()));
    }
    String html = new String(answer.body(), StandardCharsets.UTF_8);
    if (!html.contains(END)) {
      return FetchStep.fault(cursor, PreviewFaults.cutOff(answer.status()));
    }
    PreviewPage page = PreviewPage.parse(html);
    return page == null
        ? FetchStep.fault(cursor, PreviewFaults.otherPage(answer.status()))
        : step(before, page);
  }

  private FetchStep step(ListingCursor before, PreviewPage page) {
    long below = before.next() == null ? Long.MAX_VALUE : Long.parseLong(before.next());
    List<Item> items = new ArrayList<>();
    page.messages().forEach(message -> items.add(0, item(message)));
    Taken taken = before.take(items, below, older(page));
    List<Intake> records = new ArrayList<>();
    Set<Long> left = new TreeSet<>(taken.fresh());
    for (ChannelMessage message : page.messages()) {
      if (left.remove(message.id())) {
        records.add(post(message));
      }
    }
    taken.confirmed().forEach(id -> records.add(deletion(id)));
    for (String unreadable : page.unreadable()) {
      if (!before.faults().contains(unreadable)) {
        records.add(rejection());
      }
    }
    String after = taken.after().withFaults(page.unreadable()).write();
    boolean more = taken.more() || !taken.doubtful().isEmpty();
    return more ? FetchStep.more(records, after) : FetchStep.done(records, after);
  }

  private FetchRequest request(@Nullable String before) {
    String start = feed.url().toString().replaceAll("[?#].*$", "");
    URI page = URI.create(before == null ? start : start + "?before=" + before);
    return FetchRequest.of(page, context.minDelay(), AddressPolicy.forConfigured(feed.url()));
  }

  /** A channel without a preview leads to its card, which shows no message. */
  private static boolean isPreview(URI found) {
    return found.getPath() != null && found.getPath().startsWith("/s/");
  }

  private static @Nullable String older(PreviewPage page) {
    long lowest = page.messages().stream().mapToLong(ChannelMessage::id).min().orElse(0);
    return lowest > 1 ? Long.toString(lowest) : null;
  }

  private static Item item(ChannelMessage message) {
    String text = message.text();
    return new Item(message.id(), text.isEmpty() ? null : ListingCursor.fingerprint(null, text));
  }

  private Intake post(ChannelMessage message) {
    return posts.of(
        new Posts.Post(
            nativeId(message.id()),
            message.url(),
            DocumentKind.POST,
            null,
            message.answered() == null ? null : nativeId(message.answered()),
            null,
            message.text(),
            null,
            message.published(),
            null));
  }

  private Intake deletion(long id) {
    return posts.deleted(nativeId(id), DocumentKind.POST, "https://t.me/" + nativeId(id));
  }

  private Intake rejection() {
    return posts.rejection(
        "unreadable-message",
        "a message of the preview does not say which it is; look whether t.me has changed",
        channel());
  }

  /** An outlet may have several channels, whose numbers are alike. */
  private String nativeId(long id) {
    return channel() + "/" + id;
  }

  private String channel() {
    String path = feed.url().getPath().replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
