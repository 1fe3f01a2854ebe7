// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are meant, by a search, a page's address or an alert's rule alike: those that
 * meet all conditions. An empty list or null is no condition; of the values in a list one has to be
 * met. Values that nothing has, such as a stance that does not exist, match nothing.
 *
 * @param text in the syntax of {@link org.marsad.model.search.TextQueryReader}: words (all must
 *     occur), "phrases", "near words"~5, a | b, -without, prefix*, title:, parentheses; never
 *     faulty
 * @param from first day of publication, in Morocco's time; with either day given, documents that do
 *     not say when they were published are left out
 * @param to last day, inclusive
 * @param languages main languages, as {@link org.marsad.classifiers.Assessment} names them
 * @param stances names of {@link org.marsad.classifiers.Stance}
 * @param targets names of {@link org.marsad.classifiers.Target}
 * @param kinds names of {@link DocumentKind}
 * @param frames names of {@link org.marsad.classifiers.Frame}
 * @param places identifiers of the gazetteer
 * @param leastIntensity 0 to 5; null and 0 are no condition
 * @param relevant whether the text speaks about migrants; either way leaves out unsupported
 *     languages
 * @param synonyms whether the text's words also stand for those that mean the same, as {@link
 *     org.marsad.model.search.Synonyms} has them; null is no: a text means what it says, and what
 *     was kept before there were synonyms still counts the same
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
    List<String> frames,
    List<String> places,
    @Nullable Integer leastIntensity,
    @Nullable Boolean relevant,
    @Nullable Boolean synonyms) {

  /** Every document. */
  public static final Filters NONE =
      new Filters(
          null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), null, null, null);

  /** A list that is missing, as in JSON, is no condition. */
  @SuppressWarnings("NullAway") // For the JSON codec, which hands over null for what is left out.
  public Filters {
    sources = listed(sources);
    languages = listed(languages);
    stances = listed(stances);
    targets = listed(targets);
    kinds = listed(kinds);
    frames = listed(frames);
    places = listed(places);
  }

  private static List<String> listed(@Nullable List<String> values) {
    return List.copyOf(Objects.requireNonNullElse(values, List.of()));
  }

  /** The same, to be changed in parts. */
  public FiltersBuilder toBuilder() {
    return new FiltersBuilder(this);
  }

  /** The same with another range of days. */
  public Filters between(@Nullable LocalDate first, @Nullable LocalDate last) {
    return toBuilder().from(first).to(last).build();
  }

  /** The same of other sources. */
  public Filters ofSources(List<String> others) {
    return toBuilder().sources(others).build();
  }

  /** The same with other stances. */
  public Filters ofStances(List<String> others) {
    return toBuilder().stances(others).build();
  }

  /**
   * What the documents are a part of: all that is said about migrants, and about the same groups,
   * by the same sources, whatever its stance.
   */
  public Filters whole() {
    return toBuilder()
        .stances(List.of())
        .frames(List.of())
        .leastIntensity(null)
        .relevant(true)
        .build();
  }

  /** Everything that the same sources publish: where there is none of it, nobody was listening. */
  public Filters coverage() {
    return NONE.toBuilder().from(from).to(to).sources(sources).build();
  }
}
