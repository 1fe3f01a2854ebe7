// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the embedded node is given, by what it holds when it starts. */
enum NodeSize {
  /**
   * The quick compiler alone: over the first tens of thousands of documents it saves 40 % of the
   * processor's time, and 70 MB.
   */
  SMALL(List.of("-Xms512m", "-Xmx512m", "-XX:TieredStopAtLevel=1")),

  /** Over hundreds of thousands statistics take half the time with the thorough compiler. */
  LARGE(List.of("-Xms1g", "-Xmx1g"));

  private static final long LARGE_BYTES = 256L << 20;

  private final List<String> options;

  NodeSize(List<String> options) {
    this.options = options;
  }

  /** Of the Java machine. */
  List<String> options() {
    return options;
  }

  /**
   * @param data the node's folder, which need not be there
   */
  static NodeSize of(Path data) {
    return bytes(data) < LARGE_BYTES ? SMALL : LARGE;
  }

  private static long bytes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).mapToLong(File::length).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }
}
