// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;

/** Reads a series of counts. */
final class Series {
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final String GAP = "·";
  private static final String WITHHELD = "?";

  private Series() {}

  /** The latest points, oldest first. */
  static List<HistoryPoint> latest(List<HistoryPoint> points, int most) {
    return points.subList(Math.max(0, points.size() - most), points.size());
  }

  /** The largest count; 0 where none is known. */
  static long peak(List<HistoryPoint> points) {
    return points.stream()
        .map(HistoryPoint::count)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  /** How many points have no data. */
  static long gaps(List<HistoryPoint> points) {
    return points.stream().filter(point -> point.count() == null && !point.withheld()).count();
  }

  /** Of how many points something is withheld. */
  static long withheld(List<HistoryPoint> points) {
    return points.stream().filter(HistoryPoint::withheld).count();
  }

  /**
   * A column for each point, as high as what is told of its count; a dot where there is no data,
   * and a question mark where all is withheld.
   */
  static String columns(List<HistoryPoint> points) {
    long most = Math.max(1, peak(points));
    return points.stream().map(point -> column(point, most)).collect(Collectors.joining());
  }

  private static String column(HistoryPoint point, long most) {
    Long count = point.count();
    if (count == null) {
      return point.withheld() ? WITHHELD : GAP;
    }
    return level(count, most);
  }

  private static String level(long count, long most) {
    int level = (int) Math.round((double) count * (LEVELS.length() - 1) / most);
    return LEVELS.substring(level, level + 1);
  }
}
