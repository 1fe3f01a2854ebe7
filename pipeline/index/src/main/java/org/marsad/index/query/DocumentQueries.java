// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.Tombstone;
import org.marsad.model.Filters;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;

/**
 * Everything that pages ask the index. Thread-safe. What was written is found about a second later.
 *
 * <p>Every method may throw {@link org.marsad.index.IndexUnavailableException} while Elasticsearch
 * is away, {@link org.marsad.index.IndexRefusedException} when a person must act, and {@link
 * IllegalArgumentException} for a request that Elasticsearch cannot answer.
 */
public final class DocumentQueries {
  /** The most that Elasticsearch returns at once. */
  static final int MAX_HITS = 10_000;

  private final IndexConnection connection;
  private final Reader reader;
  private final PeriodCounts periods;
  private final FacetQueries facets;
  private final Clock clock;

  public DocumentQueries(IndexConnection connection) {
    this.connection = connection;
    this.reader = new Reader(connection);
    this.periods = new PeriodCounts(reader.overTime());
    this.facets = new FacetQueries(reader);
    this.clock = Clock.systemUTC();
  }

  /** The same, but an index that is silent for so long counts as unavailable. */
  public DocumentQueries within(Duration limit) {
    return new DocumentQueries(connection.within(limit));
  }

  public SearchPage search(SearchRequest request) {
    return Search.page(reader, request);
  }

  /** The same where each document stands for its story. Only so there is {@link Sort#REACH}. */
  public SearchPage searchStories(SearchRequest request) {
    return request.sort() == Sort.REACH
        ? ReachSearch.page(reader, request)
        : FoldedSearch.page(reader, request);
  }

  /** Takes documents one after the other. */
  @FunctionalInterface
  public interface Receiver {
    void accept(StoredDocument document) throws IOException;
  }

  /**
   * Hands over every document that meets the filters, newest first, however many there are, as they
   * all were at one moment. When it ends without an exception, they were all of them.
   *
   * @return how many
   * @throws IOException the receiver's
   */
  public long stream(Filters filters, Receiver receiver) throws IOException {
    return DocumentStream.of(reader, filters, receiver);
  }

  /** Counts by calendar day of Morocco, oldest first, days without documents included. */
  public List<TrendDay> trend(TrendRequest request) {
    return Trend.days(periods, request, clock);
  }

  /** What was captured by period, oldest first, periods without documents included. */
  public List<CoveragePeriod> coverage(CoverageRequest request) {
    return CoverageCounts.of(reader.overTime(), request);
  }

  /**
   * The days of which a followed source is missing, though it usually publishes then: a fall of the
   * counts on such days may be ours. Ordered by source and day.
   *
   * @param sources none for all; those that are no feed of ours, such as imports, have no gaps
   * @param from gaps that end before are left out
   * @param to today is never part of a gap, since it is not over
   */
  public List<SourceGap> gaps(List<String> sources, LocalDate from, LocalDate to) {
    return MissingDays.of(reader, sources(), sources, from, to, clock);
  }

  /**
   * How many documents meet the filters and are in no trend, since they do not say when they were
   * published; the filters' days do not count.
   */
  public Told undated(Filters filters) {
    return Trend.undated(reader.overTime(), filters);
  }

  /** The document as it is now, seen as soon as it is written. */
  public Optional<StoredDocument> document(String id) {
    return OneDocument.find(reader, id);
  }

  /**
   * The ids of documents with this address.
   *
   * @param url canonical
   */
  public List<String> idsAt(String url) {
    return OneDocument.idsAt(reader, url);
  }

  /** What stands in the place of a document that was erased. */
  public Optional<Tombstone> tombstone(String id) {
    return OneDocument.tombstone(reader, id);
  }

  /** The former texts of a document, oldest first; empty where it was never edited. */
  public List<StoredDocument> history(String id) {
    return OneDocument.history(reader, id);
  }

  /** How far a story went; empty where no document tells it. */
  public Optional<StorySpread> story(String id) {
    return Stories.spread(reader, id);
  }

  /** Those that tell a story, the earliest first, at most 50. */
  public List<StoredDocument> tellings(String storyId) {
    return Stories.tellings(reader, storyId);
  }

  /**
   * How many documents meet the filters where all that tell one story count as one, and a document
   * that was not compared with others is a story of its own. Beyond some ten thousand an estimate.
   * Where fewer than five people wrote any of them, only articles count.
   */
  public Told stories(Filters filters) {
    return Stories.folded(reader, filters);
  }

  /** Stories that several documents tell, with how far each went. */
  public StoriesPage stories(StoriesRequest request) {
    return StoryList.page(reader, request);
  }

  /** A story as a whole; empty where no document tells it. */
  public Optional<StoriesPage.ToldStory> toldStory(String id) {
    return StoryList.one(reader, id);
  }

  /** What is said of which place. */
  public PlaceCounts places(Filters filters) {
    return Places.of(reader.overTime(), filters);
  }

  /**
   * The same by groups of places: a document that names two of one group counts once there.
   *
   * @param groups the ids of the places of each, by the id of the group
   */
  public PlaceCounts places(Filters filters, Map<String, List<String>> groups) {
    return Places.of(reader.overTime(), filters, groups);
  }

  /** The health of every feed, by outlet. */
  public List<SourceHealth> sources() {
    return reader.all(
        SourceHealth.class,
        s ->
            s.index(IndexNames.SOURCES)
                .size(MAX_HITS)
                .sort(o -> o.field(f -> f.field("outletName")))
                .sort(o -> o.field(f -> f.field("feedId"))));
  }

  /** The same, as far as they may be told. */
  public List<FollowedFeed> followed() {
    return FeedFigures.told(reader.overTime(), sources());
  }

  public Counts counts() {
    return Overview.counts(reader);
  }

  /** What each further choice would bring: of each field as if nothing in it were chosen. */
  public Facets facets(Filters filters) {
    return facets.of(filters);
  }

  /** By stage and reason, the most frequent stage first. */
  public List<RejectionCount> rejectionCounts() {
    return Overview.rejectionCounts(reader);
  }

  /** The rejections since an instant by stage and reason, with an example of each. */
  public List<RejectionGroup> rejectionsSince(Instant since) {
    return RejectionGroups.since(reader, since);
  }

  /**
   * @param size at most this many, newest first
   */
  public List<Rejection> rejections(int size) {
    return reader.all(
        Rejection.class,
        s ->
            s.index(IndexNames.REJECTIONS)
                .size(Math.max(0, Math.min(MAX_HITS, size)))
                .sort(o -> o.field(f -> f.field("at").order(SortOrder.Desc))));
  }
}
