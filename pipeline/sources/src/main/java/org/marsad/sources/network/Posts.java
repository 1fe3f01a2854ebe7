// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Deletion;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.article.DocumentIdentity;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.text.PublicationDates;

/**
 * Makes the records of one stream: posts and comments with the pseudonyms of their authors, and the
 * deletions that find them again.
 */
public final class Posts {
  private static final String DELETED_AT_SOURCE = "deleted-at-source";

  private final OutletFeed feed;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  public Posts(OutletFeed feed, FetchContext context) {
    this.feed = feed;
    this.pseudonyms = context.pseudonyms();
    this.clock = context.clock();
  }

  /**
   * One post or comment, as the network gives it.
   *
   * @param id the network's
   * @param url where a person would read it; must not name the author
   * @param parentUrl of a comment: what it stands under, where that is no post of this network
   * @param parentId of a comment: the post that it stands under; of a post: the one that it
   *     answers; as {@code id} is written
   * @param text plain
   * @param authorId the network's own, lasting identifier of the author, not the handle
   * @param published not believed where it lies before the web, or days ahead of our clock: a
   *     document without a date has that of its capture
   * @param language as the network states it
   */
  public record Post(
      String id,
      @Nullable String url,
      DocumentKind kind,
      @Nullable String parentUrl,
      @Nullable String parentId,
      @Nullable String title,
      String text,
      @Nullable String authorId,
      @Nullable Instant published,
      @Nullable String language) {}

  public Intake of(Post post) {
    return Intake.of(
        RawDocument.builder(feed.outletId(), post.kind(), clock.instant(), reference(post.id()))
            .nativeId(post.id())
            .url(post.url())
            .parentUrl(post.parentUrl())
            .title(post.title())
            .text(post.text())
            .author(post.authorId() == null ? null : author(post.authorId()))
            .published(PublicationDates.within(post.published(), clock.instant()))
            .language(post.language() == null ? feed.language() : post.language())
            .parentNativeId(post.parentId())
            .build());
  }

  /**
   * The network says that it is gone.
   *
   * @param url as the post or comment was given with
   */
  public Intake deleted(String id, DocumentKind kind, @Nullable String url) {
    String documentId = DocumentIdentity.ofPost(feed.outletId(), kind, id, CanonicalUrl.of(url));
    return Intake.of(
        Deletion.ofDocument(feed.outletId(), documentId, DELETED_AT_SOURCE, clock.instant()));
  }

  /** The network says that the author, and so all that the author wrote, is gone. */
  public Intake authorDeleted(String authorId) {
    return Intake.of(
        Deletion.ofAuthor(feed.outletId(), author(authorId), DELETED_AT_SOURCE, clock.instant()));
  }

  /**
   * What cannot be read.
   *
   * @param reference where it stood: never the author's name
   */
  public Intake rejection(String reason, String message, String reference) {
    return Intake.of(
        new Rejection(
            feed.outletId(), Stage.PARSE, reason, message, reference(reference), clock.instant()));
  }

  private String author(String authorId) {
    return pseudonyms.of(feed.outletId(), authorId);
  }

  private String reference(String id) {
    return feed.outletId() + ":" + id;
  }
}
