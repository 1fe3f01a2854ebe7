// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How much the stories' memory holds, with entries that expire and without: STORIES.md. */
final class StoryStateReport {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int ROUNDS = 2;

  private StoryStateReport() {}

  /**
   * Prints a table.
   *
   * @param arguments how many articles are told in each round
   */
  public static void main(String[] arguments) throws Exception {
    int articles = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("stories");
    PrintStream out = System.out;
    out.println(
        "| remembered | articles seen | savepoint, MB | heap in use, MB |\n|---|---|---|---|");
    for (Duration expiry : List.of(StoryStep.REMEMBERED, SHORT)) {
      try (StoryStateSize state = new StoryStateSize(expiry, folder)) {
        for (int round = 1; round <= ROUNDS; round++) {
          state.tell(articles);
          out.printf(
              "| %s | %,d | %.1f | %.0f |%n",
              expiry.equals(SHORT) ? "60 s" : "7 days",
              round * articles,
              state.bytes() / 1e6,
              StoryStateSize.heap() / 1e6);
          if (expiry.equals(SHORT) && round < ROUNDS) {
            Thread.sleep(SHORT.toMillis());
          }
        }
      }
    }
  }
}
