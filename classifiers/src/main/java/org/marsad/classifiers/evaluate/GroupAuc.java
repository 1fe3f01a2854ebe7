// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whether the probability of hostility is biased by who is spoken about (Borkan et al. 2019,
 * Nuanced Metrics for Measuring Unintended Bias, WWW companion).
 *
 * @param hostile how many hostile texts speak about the group
 * @param others how many texts about it are not hostile
 * @param bpsn how often, 0 to 1, a text of the group that is not hostile ranks below a hostile one
 *     of the background: low where merely naming the group raises the probability
 * @param bnsp how often a hostile text about the group ranks above one of the background that is
 *     not: low where hostility to the group is overlooked
 */
record GroupAuc(String group, int hostile, int others, double bpsn, double bnsp) {

  /**
   * Measures a group; the background is every text that does not speak about it.
   *
   * @param texts among which are hostile and other ones, of the group and of the background
   */
  static GroupAuc of(String group, List<Judged> texts) {
    Predicate<Judged> ofGroup = text -> text.targets().contains(group);
    double[] hostile = hostility(texts, ofGroup.and(Judged::hostile));
    double[] others = hostility(texts, ofGroup.and(text -> !text.hostile()));
    double[] background = hostility(texts, ofGroup.negate().and(Judged::hostile));
    double[] backgroundOthers = hostility(texts, ofGroup.negate().and(text -> !text.hostile()));
    return new GroupAuc(
        group,
        hostile.length,
        others.length,
        auc(background, others),
        auc(hostile, backgroundOthers));
  }

  /**
   * Whether the figures are more than chance.
   *
   * @param least hostile and other texts that the group must have each
   */
  boolean tells(int least) {
    return Math.min(hostile, others) >= least && !Double.isNaN(bpsn) && !Double.isNaN(bnsp);
  }

  /** The same of all texts, whoever is spoken about. */
  static double overall(List<Judged> texts) {
    return auc(hostility(texts, Judged::hostile), hostility(texts, text -> !text.hostile()));
  }

  private static double[] hostility(List<Judged> texts, Predicate<Judged> chosen) {
    return texts.stream().filter(chosen).mapToDouble(text -> text.found().hostility()).toArray();
  }

  /**
   * How often a positive ranks above a negative, a tie counting half (Mann and Whitney).
   *
   * @return 0 to 1; NaN where there is no pair to compare
   */
  static double auc(double[] positives, double[] negatives) {
    double above = 0;
    for (double positive : positives) {
      for (double negative : negatives) {
        above += positive > negative ? 1 : positive == negative ? 0.5 : 0;
      }
    }
    return above / ((double) positives.length * negatives.length);
  }
}
