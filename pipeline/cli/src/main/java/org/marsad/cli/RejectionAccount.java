// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.RejectionGroup;
import org.marsad.model.Rejection;

/** Tells a person what an import could not take: a line for each stage and reason. */
final class RejectionAccount {
  private RejectionAccount() {}

  /**
   * @return the status that the command ends with
   */
  static int print(ImportSummary summary, Instant started, IndexSession session)
      throws JsonProcessingException {
    if (summary.rejected() > 0) {
      print(
          summary,
          new DocumentQueries(session.connection()).rejectionsSince(started),
          session.dashboard() + " on its page Rejections",
          Terminal.err());
    }
    Terminal.out().println(summary.toJson());
    return summary.rejected() == 0 ? ExitStatus.OK : ExitStatus.BAD_INPUT;
  }

  /**
   * @param where how to see all of them
   */
  static void print(
      ImportSummary summary, List<RejectionGroup> groups, String where, PrintStream err) {
    err.println("marsad: " + summary.rejected() + " of " + summary.read() + " were rejected:");
    for (RejectionGroup group : groups) {
      Rejection example = group.example();
      err.println(
          "  "
              + group.count()
              + " × "
              + example.stage().name().toLowerCase(Locale.ROOT)
              + " "
              + example.reason()
              + ", for example "
              + example.reference()
              + ": "
              + example.message());
    }
    err.println("All of them are in the index: " + where);
  }
}
