// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.util.Collection;

/**
 * Whose words documents are, which decides what a statistic may tell of them: articles of outlets
 * are published work and always count, what people wrote counts where five or more wrote it.
 */
public final class Authorship {
  /** The least number of people that a figure may speak of. */
  public static final int FEWEST_PEOPLE = 5;

  private Authorship() {}

  public static boolean isPublished(Document document) {
    return document.kind() == DocumentKind.ARTICLE && document.author() == null;
  }

  /**
   * How many of some documents may be told: all of them, or the published ones alone where one to
   * four people wrote the others. An unsigned text counts as a person's.
   */
  public static int told(Collection<Document> documents) {
    int published = (int) documents.stream().filter(Authorship::isPublished).count();
    int personal = documents.size() - published;
    return personal > 0 && people(documents) < FEWEST_PEOPLE ? published : documents.size();
  }

  private static long people(Collection<Document> documents) {
    return documents.stream()
        .filter(document -> !isPublished(document))
        .map(document -> document.author() == null ? document.id() : document.author())
        .distinct()
        .count();
  }
}
