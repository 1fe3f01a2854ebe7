// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.util.List;
import java.util.Map;

/**
 * Readers' comments in one language, one variant a line.
 *
 * @param language ary-Arab, ary-Latn, arb, fr, es or en
 * @param cities in the language's script, twice where more readers are; the one of the dispute
 *     first
 * @param nicknames made-up names; the generator adds a number to some
 * @param general fits under any article and does not speak about migrants
 * @param topics fits under a topic's articles and does not speak about migrants
 * @param migrants by stance, with the intensity where it is not 0, such as {@code HOSTILE 2}
 */
record CommentBank(
    String language,
    List<String> cities,
    String nicknames,
    String general,
    Map<Topic, String> topics,
    Map<String, String> migrants) {

  List<String> ordinary(Topic topic) {
    return Banks.lines(topics.getOrDefault(topic, general));
  }

  List<String> migrants(String stance) {
    return Banks.lines(migrants.getOrDefault(stance, ""));
  }
}
