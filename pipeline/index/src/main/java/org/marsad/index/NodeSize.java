// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

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
    AtomicLong bytes = new AtomicLong();
    try {
      Path unused =
          Files.walkFileTree(
              folder,
              new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                  bytes.addAndGet(attributes.size());
                  return FileVisitResult.CONTINUE;
                }

                /** A node that still runs there removes files; whoever cannot read it says so. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                  return FileVisitResult.CONTINUE;
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return bytes.get();
  }
}
