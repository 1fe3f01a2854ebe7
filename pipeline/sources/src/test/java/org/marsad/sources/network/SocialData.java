// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the networks really answered once; no part of the repository. */
public final class SocialData {
  private static final Path FOLDER =
      Path.of(System.getProperty("marsad.home", "."), "..", "shared", "data", "social");

  private SocialData() {}

  /**
   * One file as text; skips the test where the data are not here.
   *
   * @param file for example {@code mastodon-bigbone/tag_timeline.json}
   */
  public static String read(String file) {
    Path path = FOLDER.resolve(file).normalize();
    assumeTrue(Files.isRegularFile(path), "the networks' own answers are not here: " + path);
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
