// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels by the codebook for real Moroccan texts that may not travel with the project: in the
 * bundled file a hash stands for each text, so that the labels serve whoever has the texts.
 */
final class MoroccanLabels {
  static final String SET = "moroccan-labelled";

  /** What the annotators saw of a text, in characters. */
  private static final int SEEN = 450;

  private static final int HASH_BYTES = 8;

  private final Map<String, LabelledText> byHash;

  private MoroccanLabels(Map<String, LabelledText> byHash) {
    this.byHash = byHash;
  }

  static MoroccanLabels read() throws IOException {
    Map<String, LabelledText> byHash = new HashMap<>();
    for (LabelledText label : LabelledFile.bundled("moroccan-labels", SET)) {
      byHash.put(label.text(), label);
    }
    return new MoroccanLabels(byHash);
  }

  /** The part of a text that was judged, with its labels; null where nobody labelled it. */
  @Nullable LabelledText of(LabelledText text) {
    LabelledText label = byHash.get(hash(text.text()));
    if (label == null) {
      return null;
    }
    String whole = text.text();
    return new LabelledText(
        SET,
        whole.substring(0, Math.min(SEEN, whole.length())),
        text.title(),
        label.kind(),
        text.language(),
        text.offensive(),
        label.relevant(),
        label.stance(),
        label.intensity(),
        label.targets(),
        label.frames(),
        null,
        Boolean.TRUE);
  }

  /** Names a text without telling it. */
  static String hash(String text) {
    return ShortHash.of(Corpus.key(text), HASH_BYTES);
  }
}
