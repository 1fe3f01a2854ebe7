// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Provenance;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.sources.archive.FieldMapping.Field;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.text.CleanText;

/** Makes a record a captured document, by what a mapping says of its columns. */
record RecordMapper(ImportedFile file, FieldMapping mapping, Pseudonyms pseudonyms) {

  /**
   * For a file with these columns: where the user has not said which they are and a {@link Profile}
   * knows them, the mapper of that profile.
   */
  RecordMapper fitting(Collection<String> columns) {
    Profile profile = mapping.isOpen() ? Profile.recognising(columns) : null;
    return profile == null
        ? this
        : new RecordMapper(file, mapping.over(profile.mapping()), pseudonyms);
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

  Intake rejection(String reason, String message, long number) {
    return file.rejection(reason, message, number);
  }

  /**
   * @param number the record's, from 1
   */
  Intake record(Fields fields, long number) {
    RecordValues values = RecordValues.of(fields, mapping);
    String html = values.of(Field.HTML);
    String text = html == null ? values.of(Field.TEXT) : null;
    if (html == null && text == null) {
      return rejection("no-text", NoText.message(values.mapping(), fields.names()), number);
    }
    Instant now = file.clock().instant();
    DocumentKind kind = RecordKind.of(values, text, file);
    String sourceId = sourceId(values);
    String author = values.author();
    byte[] page = html == null ? null : html.getBytes(StandardCharsets.UTF_8);
    return Intake.of(
        RawDocument.builder(sourceId, kind, now, file.reference(number))
            .nativeId(values.of(Field.ID))
            .url(values.of(Field.URL))
            .parentUrl(parent(values, kind))
            .title(values.of(Field.TITLE))
            .text(text)
            .body(page)
            .contentType(page == null ? null : "text/html; charset=utf-8")
            .byline(values.of(Field.BYLINE))
            .author(author == null ? null : pseudonyms.of(sourceId, author))
            .published(values.published(now))
            .language(values.of(Field.LANGUAGE))
            .provenance(page == null ? null : Provenance.of(page, Robots.NOT_ASKED))
            .parentNativeId(RecordKind.isAnswer(values) ? values.of(Field.THREAD) : null)
            .build());
  }

  private String sourceId(RecordValues values) {
    String source = values.of(Field.SOURCE);
    return source == null ? file.split().sourceId() : CleanText.line(source);
  }

  private static @Nullable String parent(RecordValues values, DocumentKind kind) {
    String parent = values.of(Field.PARENT);
    if (kind != DocumentKind.COMMENT) {
      // What a conversation's first post names there is itself.
      return values.mapping().isGiven(Field.THREAD) ? null : parent;
    }
    boolean inArticle = CanonicalUrl.of(parent) == null && values.of(Field.THREAD) == null;
    return inArticle ? article(values.of(Field.URL)) : parent;
  }

  /** Exports of comments give the article's address, unless it names the comment itself. */
  private static @Nullable String article(@Nullable String url) {
    String canonical = CanonicalUrl.of(url);
    if (canonical == null) {
      return null;
    }
    int fragment = canonical.indexOf('#');
    return fragment < 0 ? canonical : canonical.substring(0, fragment);
  }
}
