// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where captured pages are kept, for how long, and how much of them.
 *
 * @param folder of the archive's files; made where it is missing
 * @param maxFileBytes a file is ended before it grows over this, unless one page alone does
 * @param keep files that were begun earlier are removed
 * @param maxTotalBytes whenever a file is begun, the oldest ones are removed until there is room
 *     for it below this; each writer beside the first may take one file more
 * @param keepFreeBytes nothing is written that would leave less than this on the disk, of which the
 *     index and the checkpoints live too
 */
public record WarcSettings(
    String folder, long maxFileBytes, Duration keep, long maxTotalBytes, long keepFreeBytes)
    implements Serializable {

  /** With no limit but time. */
  public WarcSettings(String folder, long maxFileBytes, Duration keep) {
    this(folder, maxFileBytes, keep, Long.MAX_VALUE, 0);
  }

  Path path() {
    return Path.of(folder);
  }
}
