// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.Script;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;

/** Offence of any kind at anybody, by a head for each language. */
final class OffenceJudge {
  private final ModelSet models;

  OffenceJudge(ModelSet models) {
    this.models = models;
  }

  double probability(Language language, SparseVector words) {
    LinearModel model =
        language.script() == Script.ARABIC ? models.offenceArabic() : models.offenceLatin();
    String head = head(language);
    return models.manifest().probability("offence " + head, model.scores(words)[model.head(head)]);
  }

  double baseRate(Language language) {
    return Manifest.value(models.manifest().baseRates(), "offence " + head(language));
  }

  /** Standard Arabic is judged as other Arabic: no set labels offence in it alone. */
  private static String head(Language language) {
    return switch (language) {
      case STANDARD_ARABIC, TAMAZIGHT, UNDETERMINED -> Language.OTHER_ARABIC.code();
      default -> language.code();
    };
  }
}
