// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import io.javalin.http.Context;
import org.marsad.index.feedback.Label;

/**
 * Who answers.
 *
 * @param id random; never a name
 * @param decides whether they may decide where others disagree
 */
public record Annotator(String id, boolean decides) {
  /** The one person at this computer, while there are no accounts. */
  public static final Annotator LOCAL = new Annotator(Label.LOCAL, true);

  /** Tells who makes a request that was admitted. */
  @FunctionalInterface
  public interface Of {
    Annotator request(Context context);
  }
}
