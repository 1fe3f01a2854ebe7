// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.Tombstone;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;
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
  private static final int MAX_HITS = 10_000;

  /** A source that brought nothing for so long is not waited for any more. */
  private static final Period USUAL = Period.ofYears(1);

  private static final SortedMap<LocalDate, Integer> NO_DAYS = Collections.emptySortedMap();

  private final IndexConnection connection;
  private final Reader reader;
  private final Clock clock;

  public DocumentQueries(IndexConnection connection) {
    this.connection = connection;
    this.reader = new Reader(connection);
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
    return Trend.days(reader, request, clock);
  }

  /** What was captured by period, oldest first, periods without documents included. */
  public List<CoveragePeriod> coverage(CoverageRequest request) {
    return CoverageCounts.of(reader, request);
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
    List<String> asked =
        sources().stream()
            .map(SourceHealth::outletId)
            .distinct()
            .filter(id -> sources.isEmpty() || sources.contains(id))
            .sorted()
            .toList();
    LocalDate yesterday = LocalDate.now(clock.withZone(Morocco.TIME)).minusDays(1);
    LocalDate last = to.isAfter(yesterday) ? yesterday : to;
    if (asked.isEmpty() || last.isBefore(from)) {
      return List.of();
    }
    Filters past = Filters.NONE.ofSources(asked).between(from.minus(USUAL), last);
    Map<String, SortedMap<LocalDate, Integer>> days = SourceDays.of(reader, past);
    return asked.stream()
        .filter(days::containsKey)
        .flatMap(id -> SourceGaps.of(id, days.getOrDefault(id, NO_DAYS), last).stream())
        .filter(gap -> !gap.to().isBefore(from))
        .toList();
  }

  /**
   * How many documents meet the filters and are in no trend, since they do not say when they were
   * published; the filters' days do not count.
   */
  public Told undated(Filters filters) {
    return Trend.undated(reader, filters);
  }

  /** The document as it is now, seen as soon as it is written. */
  public Optional<StoredDocument> document(String id) {
    return reader.get(IndexNames.DOCUMENTS, List.of(id)).stream()
        .filter(source -> !isErased(source))
        .map(Reader::document)
        .findFirst();
  }

  /**
   * The ids of documents with this address.
   *
   * @param url canonical
   */
  public List<String> idsAt(String url) {
    return reader
        .search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(MAX_HITS)
                    .query(q -> q.term(t -> t.field("url").value(url))))
        .hits()
        .hits()
        .stream()
        .map(Hit::id)
        .filter(Objects::nonNull)
        .toList();
  }

  /** What stands in the place of a document that was erased. */
  public Optional<Tombstone> tombstone(String id) {
    return reader.get(IndexNames.DOCUMENTS, List.of(id)).stream()
        .filter(DocumentQueries::isErased)
        .map(source -> Reader.decode(source, Tombstone.class))
        .findFirst();
  }

  private static boolean isErased(ObjectNode source) {
    return source.path("erased").asBoolean();
  }

  /** The former texts of a document, oldest first; empty where it was never edited. */
  public List<StoredDocument> history(String id) {
    int versions = document(id).map(StoredDocument::version).orElse(1);
    return reader
        .get(
            IndexNames.VERSIONS,
            IntStream.range(1, versions).mapToObj(version -> id + "@" + version).toList())
        .stream()
        .map(Reader::document)
        .toList();
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
    return Places.of(reader, filters);
  }

  /**
   * The same by groups of places: a document that names two of one group counts once there.
   *
   * @param groups the ids of the places of each, by the id of the group
   */
  public PlaceCounts places(Filters filters, Map<String, List<String>> groups) {
    return Places.of(reader, filters, groups);
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

  public Counts counts() {
    return Overview.counts(reader);
  }

  /** What each further choice would bring: of each field as if nothing in it were chosen. */
  public Facets facets(Filters filters) {
    return FacetQueries.of(reader, filters);
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
