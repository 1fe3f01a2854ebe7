// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.util.List;

/** The aliases that everything is written and read by. Each stands on one index, {@code NAME-1}. */
public final class IndexNames {
  public static final String DOCUMENTS = "marsad-documents";

  /** Former texts of edited documents. */
  public static final String VERSIONS = "marsad-versions";

  public static final String REJECTIONS = "marsad-rejections";

  /** The health of each feed. */
  public static final String SOURCES = "marsad-sources";

  static final List<String> ALL = List.of(DOCUMENTS, VERSIONS, REJECTIONS, SOURCES);

  private IndexNames() {}
}
