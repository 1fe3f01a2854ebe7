// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DatedBy;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.text.CleanText;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Precision;
import org.marsad.sources.text.Redaction;
import org.marsad.sources.text.StoredUrl;

/**
 * Makes a captured text or page a document, or says why it cannot be one. What is in the document
 * is clean (storable, handles, addresses and phone numbers masked) and has its identity.
 *
 * <p>Pure: the same capture always gives the same result.
 */
public final class DocumentExtractor {
  private final ArticleExtractor pages;

  public DocumentExtractor(ArticleExtractor pages) {
    this.pages = pages;
  }

  /** Never throws: what the extractor fails on is a rejection too. */
  public Extraction extract(RawDocument raw) {
    try {
      return read(raw);
    } catch (RuntimeException | StackOverflowError fault) {
      return rejected(
          raw,
          "extractor-fault",
          "The extractor failed on this page with "
              + fault.getClass().getSimpleName()
              + ". Please report it with the reference.");
    }
  }

  private Extraction read(RawDocument raw) {
    if (raw.text() != null) {
      return ofText(raw, raw.text());
    }
    if (raw.body() == null || raw.body().length == 0) {
      return rejected(raw, "empty-text", "the record has neither a text nor a page");
    }
    PageContent content = pages.extract(raw.body(), raw.url(), raw.contentType());
    if (content instanceof ExtractedArticle article) {
      return ofPage(raw, article);
    }
    NoArticle none = (NoArticle) content;
    return rejected(raw, none.reason(), none.message());
  }

  private Extraction ofText(RawDocument raw, String given) {
    if (given.length() > ArticleExtractor.DEFAULT_LIMIT) {
      return rejected(raw, "too-large", "the text has " + given.length() + " characters");
    }
    String text = PlainText.ofFragment(given);
    if (text.isEmpty()) {
      return rejected(raw, "empty-text", "the record's text is empty");
    }
    Facts facts =
        new Facts(
            CanonicalUrl.of(raw.url()),
            raw.title(),
            raw.byline(),
            inFeed(raw),
            null,
            raw.language(),
            null,
            "given",
            null);
    return Extraction.of(document(raw, text, facts));
  }

  private static Extraction ofPage(RawDocument raw, ExtractedArticle article) {
    Facts facts =
        new Facts(
            article.canonicalUrl(),
            article.title() != null ? article.title() : raw.title(),
            article.byline() != null ? article.byline() : raw.byline(),
            published(raw, article),
            article.modified(),
            article.language() != null ? article.language() : raw.language(),
            article.section(),
            article.method(),
            article.charset());
    return Extraction.of(document(raw, article.text(), facts));
  }

  /** A feed's exact time is worth more than a day, and the page's own time more than both. */
  private static @Nullable Published published(RawDocument raw, ExtractedArticle article) {
    Published inPage =
        Published.of(
            article.published(),
            article.precision() == Precision.DAY ? DatedBy.PAGE_DAY : DatedBy.PAGE_TIME);
    Published inUrl = Published.of(article.dayInUrl(), DatedBy.URL_DAY);
    return Stream.of(inPage, inFeed(raw), inUrl)
        .filter(Objects::nonNull)
        .min(Comparator.comparing(Published::by))
        .orElse(null);
  }

  private static @Nullable Published inFeed(RawDocument raw) {
    return Published.of(
        PublicationDates.within(raw.published(), raw.captured()),
        raw.dayOnly() ? DatedBy.FEED_DAY : DatedBy.FEED);
  }

  private record Published(Instant at, DatedBy by) {
    static @Nullable Published of(@Nullable Instant at, DatedBy by) {
      return at == null ? null : new Published(at, by);
    }
  }

  /** What a page states, or else its feed or record. */
  private record Facts(
      @Nullable String url,
      @Nullable String title,
      @Nullable String byline,
      @Nullable Published published,
      @Nullable Instant modified,
      @Nullable String language,
      @Nullable String section,
      String method,
      @Nullable String charset) {}

  private static Document document(RawDocument raw, String found, Facts facts) {
    String parentUrl = CanonicalUrl.of(raw.parentUrl());
    String title = facts.title() == null ? null : Redaction.of(titleLine(facts.title()));
    String text = Redaction.of(found);
    Published published = facts.published();
    boolean ofOutlet = raw.kind() == DocumentKind.ARTICLE;
    return Document.builder(
            DocumentIdentity.of(raw, facts.url(), parentUrl, title, text),
            raw.sourceId(),
            raw.kind(),
            text,
            raw.captured(),
            StoredUrl.reference(raw.reference()))
        .url(StoredUrl.of(facts.url(), !ofOutlet))
        .parentId(DocumentIdentity.ofParent(raw, parentUrl))
        .title(title == null || title.isEmpty() ? null : title)
        // The name above a comment or a post is a private person's.
        .byline(ofOutlet ? masked(facts.byline()) : null)
        .author(raw.author())
        .published(published == null ? null : published.at())
        .datedBy(published == null ? null : published.by())
        .modified(facts.modified())
        .declaredLanguage(masked(facts.language()))
        .section(masked(facts.section()))
        .extractionMethod(facts.method())
        .charset(facts.charset())
        .provenance(raw.provenance())
        .build();
  }

  private static @Nullable String masked(@Nullable String given) {
    return given == null ? null : Redaction.of(CleanText.line(given));
  }

  private static String titleLine(String title) {
    return CleanText.line(PlainText.ofFragment(title));
  }

  private static Extraction rejected(RawDocument raw, String reason, String message) {
    return Extraction.of(
        new Rejection(
            raw.sourceId(),
            Stage.EXTRACT,
            reason,
            message,
            StoredUrl.reference(raw.reference()),
            raw.captured()));
  }
}
