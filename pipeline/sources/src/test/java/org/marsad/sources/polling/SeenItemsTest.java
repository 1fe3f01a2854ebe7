// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenItemsTest {

  @Test
  void forgetsTheOldestButNotWhatIsStillListed() {
    SeenItems seen = SeenItems.NONE.with(List.of("old", "listed"));
    seen = seen.with(List.of("listed"));
    seen = seen.with(IntStream.range(1, SeenItems.LIMIT).mapToObj(String::valueOf).toList());

    assertThat(seen.keys()).hasSize(SeenItems.LIMIT);
    assertThat(seen.contains("listed")).isTrue();
    assertThat(seen.contains("old")).isFalse();
  }
}
