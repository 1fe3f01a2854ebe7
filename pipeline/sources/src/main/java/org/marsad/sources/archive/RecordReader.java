// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;

/** The records of one file, in order; reading the same file again gives the same records. */
interface RecordReader {
  /**
   * @return a document, or the rejection of a record that cannot be one; null at the end
   * @throws IOException where the rest of the file cannot be read
   */
  @Nullable Intake next() throws IOException;
}
