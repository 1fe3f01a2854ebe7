// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows one series bucket by bucket and remembers what the detector needs of it: the buckets of
 * its window, and the open incident. Not for several threads.
 */
public final class SeriesWatch {
  /** A judged bucket and the incident after it. */
  public record Step(Bucket bucket, Judgement judgement, Incident incident) {}

  private final Method method;
  private final SpikeDetector detector;
  private final List<Bucket> window = new ArrayList<>();
  private Incident incident = Incident.NONE;

  public SeriesWatch(Method method) {
    this.method = method;
    this.detector = new SpikeDetector(method);
  }

  /**
   * @param bucket the one that follows the last one; what is unknown is {@link Bucket#noData}
   */
  public Step next(Bucket bucket) {
    if (window.size() == method.past().window()) {
      window.remove(0);
    }
    window.add(bucket);
    Judgement judgement = detector.judge(window);
    incident = incident.after(bucket, judgement, method.closing());
    return new Step(bucket, judgement, incident);
  }
}
