// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.net.URI;
import java.util.List;
import org.marsad.model.Intake;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.feed.FeedResult.Loss;

/** What a listing left out, as rejections. */
final class Losses {
  private Losses() {}

  /**
   * @param listing which left it out
   */
  static List<Intake> of(PollReport report, List<Loss> losses, URI listing) {
    return losses.stream()
        .map(
            loss ->
                Intake.of(
                    new Rejection(
                        report.feed().outletId(),
                        Stage.PARSE,
                        loss.reason(),
                        loss.message(),
                        listing.toString(),
                        report.now())))
        .toList();
  }
}
