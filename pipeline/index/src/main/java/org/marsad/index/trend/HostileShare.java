// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.prevalence.PrevalenceEstimate;

/**
 * Which share of the documents about migrants is hostile, 0 to 1.
 *
 * @param called as the models called them; null where there is no document
 * @param corrected for the models' known errors; null, as {@code low} and {@code high}, where it is
 *     not known
 * @param low lower end of the interval that holds the true share with a probability of 0.95
 * @param unknown why there is no corrected share; null where there is one
 */
public record HostileShare(
    @Nullable Double called,
    @Nullable Double corrected,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Unknown unknown) {

  /** Why a share cannot be corrected. */
  public enum Unknown {
    NO_DOCUMENTS,
    /** More than half is in parts of which five people did not write each. */
    FEW_PEOPLE,
    /** More than a tenth is in languages in which the errors were not measured. */
    LANGUAGE,
    /** More than a tenth was judged by models whose errors were not measured. */
    MODEL,
    /** The documents were chosen by what the models found in them, such as a frame. */
    CHOSEN
  }

  static HostileShare of(PrevalenceEstimate estimate, double called) {
    return new HostileShare(called, estimate.prevalence(), estimate.low(), estimate.high(), null);
  }

  static HostileShare unknown(Unknown why, @Nullable Double called) {
    return new HostileShare(called, null, null, null, why);
  }
}
