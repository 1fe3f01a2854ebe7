// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.index.feedback.Candidates;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.feedback.Review;
import org.marsad.index.feedback.ReviewQueue;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;

/**
 * Hands out texts, one at a time: first what waits for a second person, then what nobody has seen,
 * in turn from the language that has been judged least. A fixed part of all texts, told by their
 * hash, is judged by two, without seeing what the model or the other said.
 */
final class ReviewDesk {
  /** One text in so many is judged by two people. */
  private static final int TWICE_OF = 4;

  private final LabelBook book;
  private final Candidates candidates;
  private final DocumentQueries queries;
  private final Supplier<List<String>> alerted;
  private final Leases leases;

  /**
   * @param alerted ids of the documents that alerts have shown
   */
  ReviewDesk(
      LabelBook book,
      Candidates candidates,
      DocumentQueries queries,
      Supplier<List<String>> alerted,
      Leases leases) {
    this.book = book;
    this.candidates = candidates;
    this.queries = queries;
    this.alerted = alerted;
    this.leases = leases;
  }

  /** Whether two people are to judge this wording. */
  static boolean isForTwo(String contentHash) {
    return Integer.parseInt(contentHash.substring(0, 4), 16) % TWICE_OF == 0;
  }

  /**
   * The next text for a person, which nobody else is given for a while.
   *
   * @param skipped hashes of what they do not want to judge
   * @return empty where the queue has no more for them
   */
  Optional<StoredDocument> next(ReviewQueue queue, String annotator, Collection<String> skipped) {
    List<Review> reviews = book.reviews();
    Set<String> without = new HashSet<>(skipped);
    without.addAll(leases.ofOthers(annotator));
    Optional<StoredDocument> begun =
        reviews.stream()
            .filter(review -> waits(review, queue, annotator) && !hides(without, review))
            .flatMap(review -> present(review).stream())
            .findFirst();
    Optional<StoredDocument> found =
        begun.isPresent() || queue == ReviewQueue.ADJUDICATION
            ? begun
            : fresh(queue, reviews, without);
    return found.filter(stored -> leases.take(stored.document().contentHash(), annotator));
  }

  private Optional<StoredDocument> fresh(
      ReviewQueue queue, List<Review> reviews, Set<String> without) {
    // A text that was judged for another reason is no less a part of the random sample.
    reviews.stream()
        .filter(review -> queue != ReviewQueue.RANDOM || review.queues().contains(queue))
        .map(Review::contentHash)
        .forEach(hash -> add(without, hash));
    List<String> languages =
        candidates.languages().stream()
            .sorted(
                Comparator.<String>comparingLong(language -> judged(reviews, queue, language))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (String language : languages) {
      List<StoredDocument> found = find(queue, language, without);
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }

  private List<StoredDocument> find(ReviewQueue queue, String language, Set<String> without) {
    return switch (queue) {
      case RANDOM -> candidates.random(language, without, 1);
      case UNCERTAIN -> candidates.uncertain(language, without, 1);
      case UNREVIEWED -> candidates.severe(language, without, 1);
      case ALERT -> candidates.among(alerted.get(), language, without, 1);
      case OWN, ADJUDICATION -> List.of();
    };
  }

  /** Whether a text that somebody has judged is to be judged by this person, too. */
  private static boolean waits(Review review, ReviewQueue queue, String annotator) {
    if (queue == ReviewQueue.ADJUDICATION) {
      return review.isDisputed();
    }
    return review.queues().contains(queue)
        && needsAnother(review)
        && !review.annotators().contains(annotator);
  }

  static boolean needsAnother(Review review) {
    String hash = review.contentHash();
    return hash != null && isForTwo(hash) && review.annotators().size() == 1;
  }

  private static long judged(List<Review> reviews, ReviewQueue queue, String language) {
    return reviews.stream()
        .filter(review -> review.queues().contains(queue) && review.language().equals(language))
        .count();
  }

  /** The document, if it still reads as it did. */
  private Optional<StoredDocument> present(Review review) {
    String id = review.documentId();
    return id == null
        ? Optional.empty()
        : queries
            .document(id)
            .filter(stored -> stored.document().contentHash().equals(review.contentHash()));
  }

  private static boolean hides(Set<String> without, Review review) {
    String hash = review.contentHash();
    return hash == null || without.contains(hash);
  }

  private static void add(Set<String> hashes, @Nullable String hash) {
    if (hash != null) {
      hashes.add(hash);
    }
  }
}
