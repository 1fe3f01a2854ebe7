// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Mention;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Theme;

/** A judgement that no classifier has made, for tests; what is not said of it is nothing. */
public final class MadeUpAssessment {
  private final boolean classified;
  private final String language;
  private final @Nullable Stance stance;
  private final String model;
  private double relevance;
  private double hostility = 0.5;
  private double offensive = 0.2;
  private int intensity;
  private List<Target> targets = List.of();
  private List<Frame> frames = List.of();
  private List<Theme> themes = List.of();
  private List<String> places = List.of();
  private List<Mention> mentions = List.of();
  private List<Evidence> evidence = List.of();
  private List<NewsFlag> flags = List.of();
  private String reason = "";

  private MadeUpAssessment(
      boolean classified, String language, @Nullable Stance stance, String model) {
    this.classified = classified;
    this.language = language;
    this.stance = stance;
    this.model = model;
    this.relevance = stance == null ? 0.1 : 0.9;
  }

  /** About migrants where there is a stance. */
  public static MadeUpAssessment of(String language, @Nullable Stance stance, String model) {
    return new MadeUpAssessment(true, language, stance, model);
  }

  /** Of a text in a language that no model reads. */
  public static Assessment unclassified(String language, String model) {
    MadeUpAssessment none = new MadeUpAssessment(false, language, null, model);
    none.relevance = 0.5;
    none.offensive = 0.5;
    none.reason = "not classified: language not supported";
    return none.made();
  }

  public MadeUpAssessment probabilities(double ofRelevance, double ofHostility) {
    relevance = ofRelevance;
    hostility = ofHostility;
    return this;
  }

  public MadeUpAssessment intensity(int level) {
    intensity = level;
    return this;
  }

  public MadeUpAssessment targets(Target... all) {
    targets = List.of(all);
    return this;
  }

  public MadeUpAssessment frames(List<Frame> all) {
    frames = all;
    return this;
  }

  public MadeUpAssessment themes(Theme... all) {
    themes = List.of(all);
    return this;
  }

  public MadeUpAssessment places(List<String> all) {
    places = all;
    return this;
  }

  public MadeUpAssessment mentions(Mention... all) {
    mentions = List.of(all);
    return this;
  }

  public MadeUpAssessment evidence(List<Evidence> all) {
    evidence = all;
    return this;
  }

  public MadeUpAssessment flags(NewsFlag... all) {
    flags = List.of(all);
    return this;
  }

  public MadeUpAssessment reason(String sentence) {
    reason = sentence;
    return this;
  }

  public Assessment made() {
    return new Assessment(
        classified,
        language,
        List.of(language),
        stance != null,
        relevance,
        stance,
        hostility,
        offensive,
        intensity,
        targets,
        frames,
        themes,
        places,
        mentions,
        evidence,
        model,
        flags,
        reason);
  }
}
