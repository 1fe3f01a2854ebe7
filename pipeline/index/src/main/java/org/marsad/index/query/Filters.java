// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are meant: those that meet all conditions. An empty list or null is no condition;
 * of the values in a list one has to be met. Values that nothing has, such as a stance that does
 * not exist, match nothing.
 *
 * @param text in the syntax of Elasticsearch's simple query string: words (all must occur),
 *     "phrases", a | b, -without, prefix*, parentheses; never faulty
 * @param from first day of publication, in Morocco's time; with either day given, documents that do
 *     not say when they were published are left out
 * @param to last day, inclusive
 * @param languages main languages, as {@link org.marsad.classifiers.Assessment} names them
 * @param stances names of {@link org.marsad.classifiers.Stance}
 * @param targets names of {@link org.marsad.classifiers.Target}
 * @param kinds names of {@link org.marsad.model.DocumentKind}
 * @param relevant whether the text speaks about migrants; either way leaves out unsupported
 *     languages
 */
public record Filters(
    @Nullable String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> sources,
    List<String> languages,
    List<String> stances,
    List<String> targets,
    List<String> kinds,
    @Nullable Boolean relevant) {

  public Filters {
    sources = List.copyOf(sources);
    languages = List.copyOf(languages);
    stances = List.copyOf(stances);
    targets = List.copyOf(targets);
    kinds = List.copyOf(kinds);
  }

  /** Every document. */
  public static Filters none() {
    return new Filters(
        null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
  }

  /** The same with another range of days. */
  public Filters between(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Filters(text, first, last, sources, languages, stances, targets, kinds, relevant);
  }
}
