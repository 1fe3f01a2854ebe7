// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes some of {@link Filters}; what is not named stays. */
public final class FiltersBuilder {
  private @Nullable String text;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private List<String> sources;
  private List<String> languages;
  private List<String> stances;
  private List<String> targets;
  private List<String> kinds;
  private List<String> frames;
  private List<String> places;
  private @Nullable Integer leastIntensity;
  private @Nullable Boolean relevant;
  private @Nullable Boolean synonyms;

  FiltersBuilder(Filters from) {
    text = from.text();
    this.from = from.from();
    to = from.to();
    sources = from.sources();
    languages = from.languages();
    stances = from.stances();
    targets = from.targets();
    kinds = from.kinds();
    frames = from.frames();
    places = from.places();
    leastIntensity = from.leastIntensity();
    relevant = from.relevant();
    synonyms = from.synonyms();
  }

  public FiltersBuilder text(@Nullable String sought) {
    text = sought;
    return this;
  }

  public FiltersBuilder from(@Nullable LocalDate first) {
    from = first;
    return this;
  }

  public FiltersBuilder to(@Nullable LocalDate last) {
    to = last;
    return this;
  }

  public FiltersBuilder sources(List<String> others) {
    sources = others;
    return this;
  }

  public FiltersBuilder languages(List<String> others) {
    languages = others;
    return this;
  }

  public FiltersBuilder stances(List<String> others) {
    stances = others;
    return this;
  }

  public FiltersBuilder targets(List<String> others) {
    targets = others;
    return this;
  }

  public FiltersBuilder kinds(List<String> others) {
    kinds = others;
    return this;
  }

  public FiltersBuilder frames(List<String> others) {
    frames = others;
    return this;
  }

  public FiltersBuilder places(List<String> others) {
    places = others;
    return this;
  }

  public FiltersBuilder leastIntensity(@Nullable Integer level) {
    leastIntensity = level;
    return this;
  }

  public FiltersBuilder relevant(@Nullable Boolean wanted) {
    relevant = wanted;
    return this;
  }

  public FiltersBuilder synonyms(@Nullable Boolean wanted) {
    synonyms = wanted;
    return this;
  }

  public Filters build() {
    return new Filters(
        text,
        from,
        to,
        sources,
        languages,
        stances,
        targets,
        kinds,
        frames,
        places,
        leastIntensity,
        relevant,
        synonyms);
  }
}
