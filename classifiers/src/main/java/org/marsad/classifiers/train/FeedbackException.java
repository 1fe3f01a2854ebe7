// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.IOException;
import java.util.List;

/** Feedback that cannot be learned from; the message names every fault, one a line. */
public final class FeedbackException extends IOException {
  private static final long serialVersionUID = 1;

  FeedbackException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
