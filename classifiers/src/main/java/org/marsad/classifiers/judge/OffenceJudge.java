// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;

/** Offence of any kind at anybody, by a head for each language. */
final class OffenceJudge {
  private final Manifest manifest;
  private final Map<String, LinearModel> heads = new HashMap<>();

  OffenceJudge(ModelSet models) {
    manifest = models.manifest();
    for (LinearModel model : List.of(models.offenceArabic(), models.offenceLatin())) {
      for (String head : model.heads()) {
        heads.put(head, model.only(List.of(head)));
      }
    }
  }

  double probability(Language language, SparseVector words) {
    String head = head(language);
    LinearModel model = heads.get(head);
    if (model == null) {
      throw new IllegalStateException("the models have no head of offence for " + head);
    }
    return manifest.probability("offence " + head, model.scores(words)[0]);
  }

  double baseRate(Language language) {
    return Manifest.value(manifest.baseRates(), "offence " + head(language));
  }

  /** Standard Arabic is judged as other Arabic: no set labels offence in it alone. */
  private static String head(Language language) {
    return switch (language) {
      case STANDARD_ARABIC, TAMAZIGHT, UNDETERMINED -> Language.OTHER_ARABIC.code();
      default -> language.code();
    };
  }
}
