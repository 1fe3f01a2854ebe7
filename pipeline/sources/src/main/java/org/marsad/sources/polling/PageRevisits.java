// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.FailureKind;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.NotModified;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.text.CanonicalUrl;

/**
 * Looks at young articles again. A changed page is a record like the first, of which an edit
 * becomes a version; one that is gone at two looks is told, and what was captured of it stays,
 * since that a publisher took something back is news itself.
 */
final class PageRevisits {
  /** Where those lead whose articles are gone without saying so. */
  private static final String FRONT_PAGE = "(?:/[a-z]{2})?/?(?:index\\.\\w+)?";

  private final PoliteClient client;
  private final PageReader reader;
  private final PollingSettings settings;
  private final Clock clock;

  PageRevisits(PoliteClient client, PageReader reader, PollingSettings settings, Clock clock) {
    this.client = client;
    this.reader = reader;
    this.settings = settings;
    this.clock = clock;
  }

  /** With the visits that are owed to an article whose page was fetched. */
  static FeedState planned(
      OutletFeed feed, FeedState state, PendingItem fetched, Fetched page, Instant now) {
    Revisit former = state.revisits().of(fetched.key());
    Revisit first = former == null ? Revisit.of(fetched, page, 0, now) : former;
    return first == null
        ? state
        : state.with(state.revisits().with(first.as(page, PagePrint.of(feed, page))));
  }

  StepResult visit(OutletFeed feed, FeedState state, Revisit visit) throws InterruptedException {
    FetchOutcome outcome = client.fetch(request(feed, state, visit));
    StepResult result = result(feed, state, visit, outcome, clock.instant());
    FeedLog log =
        result.after().log().asked(clock.instant(), PageFetcher.status(outcome), result.records());
    return StepResult.of(result.records(), result.after().with(log));
  }

  /** Unconditional where the outlet's server was caught calling something changed unchanged. */
  private FetchRequest request(OutletFeed feed, FeedState state, Revisit visit) {
    boolean conditional = state.validators().trusted();
    return new FetchRequest(
        URI.create(visit.page().uri()),
        conditional ? visit.page().etag() : null,
        conditional ? visit.page().lastModified() : null,
        settings.minDelay(feed),
        AddressPolicy.forConfigured(feed.url()));
  }

  private StepResult result(
      OutletFeed feed, FeedState state, Revisit visit, FetchOutcome outcome, Instant now) {
    if (outcome instanceof Throttled throttled) {
      return then(List.of(), state, visit, visit.at(throttled.until()));
    }
    if (isMissing(visit, outcome)) {
      return missing(feed, state, visit, FetchFault.of(asFault(outcome)), now);
    }
    if (outcome instanceof Fetched page && isSamePlace(visit, page)) {
      int print = PagePrint.of(feed, page);
      List<Intake> records =
          print == visit.page().print()
              ? reader.comments(feed, page, now)
              : reader.read(feed, visit.page().item(), page, now);
      return then(records, state, visit, visit.as(page, print).next());
    }
    boolean mayPass = outcome instanceof Failed failed && failed.kind().retryable();
    boolean goesOn = mayPass || outcome instanceof NotModified;
    // What refuses, has become too large or has moved is left alone.
    return then(List.of(), state, visit, goesOn ? visit.next() : null);
  }

  private static StepResult missing(
      OutletFeed feed, FeedState state, Revisit visit, FetchFault found, Instant now) {
    if (!visit.missing()) {
      return then(List.of(), state, visit, visit.missedAt(now));
    }
    String message =
        "the article was captured at "
            + visit.page().captured()
            + " and is gone at two looks since ("
            + found.message()
            + "); what was captured stays";
    FetchFault gone = new FetchFault("article-gone", message);
    return then(
        List.of(PageReader.rejection(feed, visit.page().item(), gone, now)), state, visit, null);
  }

  private static StepResult then(
      List<Intake> records, FeedState state, Revisit visit, @Nullable Revisit next) {
    Revisits rest = state.revisits().without(visit.page().key());
    return StepResult.of(records, state.with(next == null ? rest : rest.with(next)));
  }

  private static boolean isMissing(Revisit visit, FetchOutcome outcome) {
    return outcome instanceof Failed failed && failed.kind() == FailureKind.NOT_FOUND
        || outcome instanceof Fetched page && !isSamePlace(visit, page) && isFrontPage(page);
  }

  private static FetchOutcome asFault(FetchOutcome outcome) {
    return outcome instanceof Fetched page
        ? new Failed(
            FailureKind.NOT_FOUND, page.status(), "its address leads to the outlet's front page")
        : outcome;
  }

  private static boolean isSamePlace(Revisit visit, Fetched page) {
    return Objects.equals(
        CanonicalUrl.of(visit.page().uri()), CanonicalUrl.of(page.uri().toString()));
  }

  private static boolean isFrontPage(Fetched page) {
    return String.valueOf(page.uri().getPath()).matches(FRONT_PAGE)
        && page.uri().getQuery() == null;
  }
}
