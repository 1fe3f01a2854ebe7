// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

/** A split as its emitted records have left it; what a checkpoint takes. */
final class SplitProgress {
  private FeedSplit split;

  SplitProgress(FeedSplit split) {
    this.split = split;
  }

  void advanceTo(FeedState state) {
    split = new FeedSplit(split.feed(), state);
  }

  FeedSplit split() {
    return split;
  }
}
