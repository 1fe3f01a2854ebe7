// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.linear.Calibration;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;

/** Offence of any kind at anybody, by the heads that the sets of a language teach. */
final class OffenceJudge {
  private static final List<Language> LANGUAGES =
      List.of(
          Language.DARIJA_ARABIC,
          Language.DARIJA_LATIN,
          Language.OTHER_ARABIC,
          Language.FRENCH,
          Language.SPANISH,
          Language.ENGLISH);

  private final Manifest manifest;
  private final Map<Language, OfLanguage> byLanguage = new HashMap<>();

  /**
   * The heads of a language's sets.
   *
   * @param model the heads of offence, then those of likeness, which a single set does without
   */
  private record OfLanguage(
      LinearModel model, List<Calibration> calibrations, int sets, Calibration mixed) {

    double probability(SparseVector words) {
      double[] scores = model.scores(words);
      double[] offence = new double[sets];
      double[] likeness = new double[sets];
      for (int set = 0; set < sets; set++) {
        offence[set] = calibrations.get(set).probability(scores[set]);
        likeness[set] =
            sets == 1 ? 1 : calibrations.get(sets + set).probability(scores[sets + set]);
      }
      return mixed.probability(OffenceMixture.score(offence, likeness));
    }
  }

  OffenceJudge(ModelSet models) {
    manifest = models.manifest();
    for (Language language : LANGUAGES) {
      for (LinearModel model : List.of(models.offenceArabic(), models.offenceLatin())) {
        List<String> heads =
            model.heads().stream()
                .filter(head -> OffenceMixture.isOf(language.code(), head))
                .toList();
        if (!heads.isEmpty()) {
          byLanguage.put(language, ofLanguage(model, heads, language));
        }
      }
    }
  }

  private OfLanguage ofLanguage(LinearModel model, List<String> sets, Language language) {
    List<String> heads = new ArrayList<>(sets);
    if (sets.size() > 1) {
      sets.forEach(set -> heads.add(OffenceMixture.likeness(set)));
    }
    return new OfLanguage(
        model.only(heads),
        heads.stream().map(manifest::calibration).toList(),
        sets.size(),
        manifest.calibration("offence " + language.code()));
  }

  double probability(Language language, SparseVector words) {
    OfLanguage heads = byLanguage.get(judgedAs(language));
    if (heads == null) {
      throw new IllegalStateException("the models have no head of offence for " + language);
    }
    return heads.probability(words);
  }

  double baseRate(Language language) {
    return Manifest.value(manifest.baseRates(), "offence " + judgedAs(language).code());
  }

  /** Standard Arabic is judged as other Arabic: no set labels offence in it alone. */
  private static Language judgedAs(Language language) {
    return switch (language) {
      case STANDARD_ARABIC, TAMAZIGHT, UNDETERMINED -> Language.OTHER_ARABIC;
      default -> language;
    };
  }
}
