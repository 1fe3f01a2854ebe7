// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a text is judged to speak of something else. */
public enum Irrelevance {
  NO_GROUP("not relevant: no group named"),
  /** The models call it so although a term stands in it. */
  OTHER_SUBJECT("not relevant: a group is named, but the rest does not read like a text about it"),
  ONLY_A_HINT("not relevant: a word hints at a group, and nothing near it supports that");

  private final String sentence;

  Irrelevance(String sentence) {
    this.sentence = sentence;
  }

  /** As the reason of an assessment, in English. */
  String sentence() {
    return sentence;
  }

  /** Which one the reason of an assessment gives; empty where it is none of them. */
  static Optional<Irrelevance> givenBy(String reason) {
    return Stream.of(values()).filter(one -> one.sentence.equals(reason)).findFirst();
  }
}
