// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexConnection;
import org.marsad.model.Document;

/**
 * All labels, held in memory, since every search asks which of its documents a person has seen.
 * What others write, and what an erasure takes away, is seen within a minute. Thread-safe.
 *
 * <p>Methods may throw {@link org.marsad.index.IndexUnavailableException} while Elasticsearch is
 * away.
 */
public final class LabelBook {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Labels labels;
  private final Clock clock;
  private @Nullable Page page;

  public LabelBook(IndexConnection connection) {
    this(connection, Clock.systemUTC());
  }

  LabelBook(IndexConnection connection, Clock clock) {
    this.labels = new Labels(connection);
    this.clock = clock;
  }

  /** What was read, and when. */
  private record Page(List<Label> labels, Map<String, Review> reviews, Instant read) {
    static Page of(List<Label> labels, Instant read) {
      Map<String, Review> reviews = new LinkedHashMap<>();
      Review.of(labels).forEach(review -> reviews.put(review.unit(), review));
      return new Page(labels, reviews, read);
    }
  }

  /** Returns once they are stored. */
  public synchronized void add(List<Label> given) {
    labels.add(given);
    Page known = current();
    List<Label> all = new ArrayList<>(known.labels());
    all.addAll(given);
    page = Page.of(all, known.read());
  }

  /** Every text that was judged, in the order in which they were first. */
  public List<Review> reviews() {
    return List.copyOf(current().reviews().values());
  }

  /** What was said of a document as it reads now. */
  public Optional<Review> of(Document document) {
    return Optional.ofNullable(
        current().reviews().get(Label.unit(document.id(), document.contentHash())));
  }

  /** Whether a person has confirmed how severe a document, as it reads now, is; null where not. */
  public @Nullable Confirmation confirmation(Document document) {
    return of(document).map(Confirmation::of).orElse(null);
  }

  /** The same of documents in whatever wording was judged last; those that nobody judged lack. */
  public Map<String, Confirmation> confirmations(Collection<String> documentIds) {
    Map<String, Confirmation> found = new HashMap<>();
    for (Review review : current().reviews().values()) {
      String id = review.documentId();
      Confirmation state = id == null ? null : Confirmation.of(review);
      if (id != null && state != null && documentIds.contains(id)) {
        found.put(id, state);
      }
    }
    return found;
  }

  private synchronized Page current() {
    Page known = page;
    Instant now = clock.instant();
    if (known == null || known.read().plus(FRESH).isBefore(now)) {
      known = Page.of(labels.all(), now);
      page = known;
    }
    return known;
  }
}
