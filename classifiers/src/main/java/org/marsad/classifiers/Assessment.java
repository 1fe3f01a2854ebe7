// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the classifiers decided about one text.
 *
 * @param classified false where the language is not supported: the figures then are base rates of
 *     the training data, never a judgement, and must not be counted
 * @param language the main language: ary-Arab, ary-Latn, arb, fr, es, en, zgh, other-ar or und
 * @param languages every language found, sentence by sentence, main one first
 * @param relevant whether the text speaks about migrants
 * @param relevance calibrated probability of that, 0 to 1
 * @param stance the document's stance; null where the text is not relevant
 * @param hostility calibrated probability, 0 to 1, that the author is hostile to migrants, refugees
 *     or Black people
 * @param offensive probability, 0 to 1, of offence of any kind at anybody
 * @param intensity 0 (none) to 5 (threat or call for violence)
 * @param places identifiers of the gazetteer
 * @param model name and version of what decided
 * @param flags habits of news, for what is relevant
 * @param reason why, in an English sentence without any of the text's words
 */
public record Assessment(
    boolean classified,
    String language,
    List<String> languages,
    boolean relevant,
    double relevance,
    @Nullable Stance stance,
    double hostility,
    double offensive,
    int intensity,
    List<Target> targets,
    List<Frame> frames,
    List<Theme> themes,
    List<String> places,
    List<Mention> mentions,
    List<Evidence> evidence,
    String model,
    List<NewsFlag> flags,
    String reason) {

  /** Documents that were stored before there were flags and reasons have neither. */
  public Assessment {
    flags = Objects.requireNonNullElse(flags, List.of());
    reason = Objects.requireNonNullElse(reason, "");
  }
}
