// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.archive.FieldMapping.Field;

/**
 * Of what kind a record is, in this order: what its {@code kind} says; what the user says; a
 * comment where it belongs to another's thread; what the mapping says; what the source's name says
 * (articles or news, comments, posts or tweets); a comment where it has a parent; an article where
 * it is a page, has a title or 1,000 characters; or else a post. What the user says of all records
 * has taken the place of what each says before (see {@link ArchiveInput}).
 */
final class RecordKind {
  private static final int ARTICLE_LENGTH = 1000;
  private static final Map<Pattern, DocumentKind> BY_NAME =
      Map.of(
          Pattern.compile("articles?|news"), DocumentKind.ARTICLE,
          Pattern.compile("comments?|comentarios|commentaires"), DocumentKind.COMMENT,
          Pattern.compile("posts?|tweets?|statuses"), DocumentKind.POST);

  private RecordKind() {}

  /**
   * @param text null of a page
   */
  static DocumentKind of(RecordValues values, @Nullable String text, ImportedFile file) {
    DocumentKind stated = stated(values, file.kind());
    return stated == null ? byForm(values, text, file.split().sourceId()) : stated;
  }

  private static @Nullable DocumentKind stated(RecordValues values, @Nullable DocumentKind ruled) {
    String stated = values.of(Field.KIND);
    for (DocumentKind known : DocumentKind.values()) {
      if (known.name().equalsIgnoreCase(stated)) {
        return known;
      }
    }
    if (ruled != null) {
      return ruled;
    }
    return isAnswer(values) ? DocumentKind.COMMENT : values.mapping().kind();
  }

  /** Whether it stands in a thread that another record began. */
  static boolean isAnswer(RecordValues values) {
    String thread = values.of(Field.THREAD);
    String id = values.of(Field.ID);
    return thread != null && id != null && !thread.strip().equals(id.strip());
  }

  private static DocumentKind byForm(RecordValues values, @Nullable String text, String sourceId) {
    DocumentKind named = byName(sourceId.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (values.of(Field.PARENT) != null) {
      return DocumentKind.COMMENT;
    }
    return text == null || values.of(Field.TITLE) != null || text.length() >= ARTICLE_LENGTH
        ? DocumentKind.ARTICLE
        : DocumentKind.POST;
  }

  private static @Nullable DocumentKind byName(String sourceId) {
    for (String word : sourceId.split("[^\\p{L}]+")) {
      for (Map.Entry<Pattern, DocumentKind> entry : BY_NAME.entrySet()) {
        if (entry.getKey().matcher(word).matches()) {
          return entry.getValue();
        }
      }
    }
    return null;
  }
}
