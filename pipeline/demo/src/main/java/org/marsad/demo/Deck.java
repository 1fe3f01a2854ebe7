// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws variants so that none comes again before the others of its block have come. */
final class Deck {
  private final Random random;
  private final Map<String, Integer> uses = new HashMap<>();

  Deck(Random random) {
    this.random = random;
  }

  String draw(List<String> variants) {
    int least = variants.stream().mapToInt(this::uses).min().orElseThrow();
    List<String> free = variants.stream().filter(variant -> uses(variant) == least).toList();
    String drawn = free.get(random.nextInt(free.size()));
    uses.merge(drawn, 1, Integer::sum);
    return drawn;
  }

  private int uses(String variant) {
    return uses.getOrDefault(variant, 0);
  }
}
