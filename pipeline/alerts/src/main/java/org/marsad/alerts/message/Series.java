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

  /** How many points are unknown. */
  static long gaps(List<HistoryPoint> points) {
    return points.stream().filter(point -> point.count() == null).count();
  }

  /** A column for each point, as high as its count; a dot where it is unknown. */
  static String columns(List<HistoryPoint> points) {
    long most = Math.max(1, peak(points));
    return points.stream()
        .map(HistoryPoint::count)
        .map(count -> count == null ? GAP : level(count, most))
        .collect(Collectors.joining());
  }

  private static String level(long count, long most) {
    int level = (int) Math.round((double) count * (LEVELS.length() - 1) / most);
    return LEVELS.substring(level, level + 1);
  }
}
