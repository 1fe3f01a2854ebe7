// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people mean by what they said. By the codebook only a relevant text has a stance and an
 * intensity, but each layer can be answered by itself: whoever names a stance without a word on
 * relevance calls the text relevant, and what one person said of both at different times holds as
 * far as the latest allows.
 */
final class Meant {
  private Meant() {}

  /**
   * @param latest of each person and layer, those who decide apart
   */
  static List<Label> of(List<Label> latest) {
    Map<String, List<Label>> byPerson =
        latest.stream()
            .collect(
                Collectors.groupingBy(
                    label -> label.annotator() + "\n" + label.isDecision(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byPerson.values().stream()
        .flatMap(ofOne -> ofOne(ofOne).stream())
        .sorted(Label.BY_TIME)
        .toList();
  }

  private static List<Label> ofOne(List<Label> said) {
    Optional<Label> relevance =
        said.stream().filter(label -> label.layer() == Layer.RELEVANT).findFirst();
    Optional<Label> judgement =
        said.stream()
            .filter(label -> label.layer().isOfRelevant() && label.values() != null)
            .max(Comparator.comparing(Label::at));
    boolean saysNo = relevance.map(Label::values).filter(Review.NO::equals).isPresent();
    if (judgement.isEmpty() || (relevance.isPresent() && !saysNo)) {
      return said;
    }
    List<Label> meant = new ArrayList<>(said);
    if (relevance.isPresent() && !judgement.get().at().isAfter(relevance.get().at())) {
      meant.removeIf(label -> label.layer().isOfRelevant());
    } else {
      relevance.ifPresent(meant::remove);
      meant.add(judgement.get().relevance());
    }
    return meant;
  }
}
