// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where captured pages are kept and for how long.
 *
 * @param folder of the archive's files; made where it is missing
 * @param maxFileBytes a file is ended before it grows over this, unless one page alone does
 * @param keep files that were begun earlier are removed
 */
public record WarcSettings(String folder, long maxFileBytes, Duration keep)
    implements Serializable {

  Path path() {
    return Path.of(folder);
  }
}
