// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.Serializable;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A file and how far it has been read.
 *
 * @param path absolute, or {@code -} for standard input
 * @param name as references give it: relative to what the user named
 * @param sourceId of the records that state no source of their own
 * @param position how many records have been emitted
 */
public record ArchiveSplit(
    String path, String name, ArchiveFormat format, String sourceId, long position)
    implements SourceSplit, Serializable {

  @Override
  public String splitId() {
    return path;
  }

  ArchiveSplit at(long newPosition) {
    return new ArchiveSplit(path, name, format, sourceId, newPosition);
  }
}
