// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marsad.model.Intake;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.RobotsDirectives;

/** Makes the records of an article's page, as far as the page lets robots have it. */
final class PageReader {
  private final RawDocuments documents;
  private final String robotName;

  PageReader(RawDocuments documents, String robotName) {
    this.documents = documents;
    this.robotName = robotName;
  }

  /** The article and the readers' comments within its page, or that it is not to be taken. */
  List<Intake> read(OutletFeed feed, FeedItem item, Fetched page, Instant now) {
    RobotsDirectives directives = RobotsDirectives.of(page, robotName);
    if (directives.noIndex()) {
      String message = "the page says noindex to robots; it is left alone";
      return List.of(rejection(feed, item, new FetchFault("robots-noindex", message), now));
    }
    List<Intake> records = new ArrayList<>();
    records.add(article(feed, item, page, directives, now));
    records.addAll(comments(feed, page, now));
    return records;
  }

  List<Intake> comments(OutletFeed feed, Fetched page, Instant now) {
    return documents.comments().of(feed, page, now);
  }

  private Intake article(
      OutletFeed feed, FeedItem item, Fetched page, RobotsDirectives directives, Instant now) {
    RawDocument article = documents.article(feed, item, page, now);
    if (!directives.noArchive()) {
      return Intake.of(article);
    }
    String sha256 = BodyHash.of(page.body());
    Provenance unkept = new Provenance(sha256, null, null, Provenance.Robots.NO_ARCHIVE);
    return Intake.of(article.toBuilder().provenance(unkept).build());
  }

  static Intake rejection(OutletFeed feed, FeedItem item, FetchFault fault, Instant now) {
    String reference = item.link() == null ? feed.url() + " " + item.guid() : item.link();
    return Intake.of(
        new Rejection(
            feed.outletId(), Stage.FETCH, fault.reason(), fault.message(), reference, now));
  }
}
