// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Provenance;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.archive.FieldMapping.Field;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.text.CleanText;
import org.marsad.sources.text.PublicationDates;

/**
 * Makes a record a captured document. A record's kind is, in this order: what the user says; what
 * its {@code kind} says; a comment where it belongs to another's thread; what the mapping says;
 * what the source's name says (articles or news, comments, posts or tweets); a comment where it has
 * a parent; an article where it is a page, has a title or 1,000 characters; or else a post.
 */
final class RecordMapper {
  private static final int ARTICLE_LENGTH = 1000;
  private static final Map<Pattern, DocumentKind> KIND_BY_NAME =
      Map.of(
          Pattern.compile("articles?|news"), DocumentKind.ARTICLE,
          Pattern.compile("comments?|comentarios|commentaires"), DocumentKind.COMMENT,
          Pattern.compile("posts?|tweets?|statuses"), DocumentKind.POST);

  private final ArchiveSplit file;
  private final FieldMapping mapping;
  private final @Nullable DocumentKind kind;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  RecordMapper(
      ArchiveSplit file,
      FieldMapping mapping,
      @Nullable DocumentKind kind,
      Pseudonyms pseudonyms,
      Clock clock) {
    this.file = file;
    this.mapping = mapping;
    this.kind = kind;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * For a file with these columns: where the user has not said which they are and a {@link Profile}
   * knows them, the mapper of that profile.
   */
  RecordMapper fitting(Collection<String> columns) {
    Profile profile = mapping.isOpen() ? Profile.recognising(columns) : null;
    return profile == null
        ? this
        : new RecordMapper(file, mapping.over(profile.mapping()), kind, pseudonyms, clock);
  }

  /** The rejection's message for a table none of whose columns can hold a text. */
  String noText(Collection<String> columns) {
    return NoText.message(mapping, columns);
  }

  /** True where one of the columns can hold a text or a page. */
  boolean hasText(Set<String> columns) {
    return Stream.of(Field.TEXT, Field.HTML)
        .flatMap(field -> mapping.names(field).stream())
        .anyMatch(name -> Template.isOf(name, columns));
  }

  /**
   * @param number the record's, from 1
   */
  Intake record(Fields values, long number) {
    Instant now = clock.instant();
    FieldMapping own = mapping.of(values);
    String html = value(values, own, Field.HTML);
    String text = html == null ? value(values, own, Field.TEXT) : null;
    if (html == null && text == null) {
      return rejection("no-text", NoText.message(own, values.names()), number);
    }
    String source = value(values, own, Field.SOURCE);
    String sourceId = source == null ? file.sourceId() : CleanText.line(source);
    String id = value(values, own, Field.ID);
    String url = value(values, own, Field.URL);
    String title = value(values, own, Field.TITLE);
    String parent = value(values, own, Field.PARENT);
    String thread = value(values, own, Field.THREAD);
    boolean answer = thread != null && id != null && !thread.strip().equals(id.strip());
    DocumentKind stated = stated(value(values, own, Field.KIND), answer, own);
    DocumentKind judged = stated == null ? kind(title, parent, text) : stated;
    if (judged != DocumentKind.COMMENT && own.isGiven(Field.THREAD)) {
      parent = null;
    }
    if (judged == DocumentKind.COMMENT && CanonicalUrl.of(parent) == null && thread == null) {
      parent = parentOf(url);
    }
    String author = value(values, own, Field.AUTHOR);
    byte[] page = html == null ? null : html.getBytes(StandardCharsets.UTF_8);
    return Intake.of(
        new RawDocument(
            sourceId,
            judged,
            id,
            url,
            parent,
            title,
            text,
            page,
            page == null ? null : "text/html; charset=utf-8",
            value(values, own, Field.BYLINE),
            author == null ? null : pseudonyms.of(sourceId, author),
            published(values, own, now),
            value(values, own, Field.LANGUAGE),
            now,
            reference(number),
            page == null ? null : Provenance.of(page, Robots.NOT_ASKED))
            .answering(answer ? thread : null));
  }

  /** Of a file that is one page. */
  Intake page(byte[] body) {
    return page(body, null, null, clock.instant(), 0, Provenance.of(body, Robots.NOT_ASKED));
  }

  /**
   * Of a page as a web archive's record holds it.
   *
   * @param recordId the archive's own name of the record, if it has one
   */
  Intake page(
      byte[] body,
      @Nullable String url,
      @Nullable String contentType,
      Instant captured,
      long number,
      @Nullable String recordId) {
    return page(
        body,
        url,
        contentType,
        captured,
        number,
        Provenance.of(body, Robots.NOT_ASKED).keptIn(file.name(), recordId));
  }

  private Intake page(
      byte[] body,
      @Nullable String url,
      @Nullable String contentType,
      Instant captured,
      long number,
      Provenance provenance) {
    Instant now = clock.instant();
    return Intake.of(
        new RawDocument(
            file.sourceId(),
            kind == null ? DocumentKind.ARTICLE : kind,
            null,
            url,
            null,
            null,
            null,
            body,
            contentType,
            null,
            null,
            null,
            null,
            captured.isBefore(now) ? captured : now,
            reference(number),
            provenance));
  }

  /**
   * @param number the record's, or 0 for the file as a whole
   */
  Intake rejection(String reason, String message, long number) {
    return Intake.of(
        new Rejection(
            file.sourceId(), Stage.READ, reason, message, reference(number), clock.instant()));
  }

  private String reference(long number) {
    return number == 0 ? file.name() : file.name() + ":" + number;
  }

  private static @Nullable String value(Fields values, FieldMapping own, Field field) {
    return own.names(field).stream()
        .flatMap(name -> Stream.ofNullable(Template.value(name, values)))
        .findFirst()
        .orElse(null);
  }

  /** The first that can be read: exports write a time in more than one way. */
  private static @Nullable Instant published(Fields values, FieldMapping own, Instant now) {
    return own.names(Field.PUBLISHED).stream()
        .flatMap(name -> Stream.ofNullable(Template.value(name, values)))
        .flatMap(time -> Stream.ofNullable(PublicationDates.parse(time, now)))
        .findFirst()
        .orElse(null);
  }

  private @Nullable DocumentKind stated(@Nullable String stated, boolean answer, FieldMapping own) {
    for (DocumentKind known : DocumentKind.values()) {
      if (known.name().equalsIgnoreCase(stated)) {
        return known;
      }
    }
    if (kind != null) {
      return kind;
    }
    return answer ? DocumentKind.COMMENT : own.kind();
  }

  private DocumentKind kind(
      @Nullable String title, @Nullable String parent, @Nullable String text) {
    DocumentKind named = kindByName(file.sourceId().toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (parent != null) {
      return DocumentKind.COMMENT;
    }
    return text == null || title != null || text.length() >= ARTICLE_LENGTH
        ? DocumentKind.ARTICLE
        : DocumentKind.POST;
  }

  private static @Nullable DocumentKind kindByName(String sourceId) {
    for (String word : sourceId.split("[^\\p{L}]+")) {
      for (Map.Entry<Pattern, DocumentKind> entry : KIND_BY_NAME.entrySet()) {
        if (entry.getKey().matcher(word).matches()) {
          return entry.getValue();
        }
      }
    }
    return null;
  }

  /** Exports of comments give the article's address, unless it names the comment itself. */
  private static @Nullable String parentOf(@Nullable String url) {
    String canonical = CanonicalUrl.of(url);
    if (canonical == null) {
      return null;
    }
    int fragment = canonical.indexOf('#');
    return fragment < 0 ? canonical : canonical.substring(0, fragment);
  }
}
