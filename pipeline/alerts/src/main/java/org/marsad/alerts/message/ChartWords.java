// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.List;
import java.util.Map;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;

/** Puts a step's series into a message: as a picture, as characters and in words. */
final class ChartWords {
  /** The name by which the page refers to the picture. */
  static final String PICTURE = "sparkline";

  /** What fits a line of plain text, and two months of days or two and a half days of hours. */
  private static final int MOST_COLUMNS = 60;

  private final Catalogue words;
  private final Dates dates;

  ChartWords(Catalogue words) {
    this.words = words;
    this.dates = new Dates(words);
  }

  /** The part of the series that is shown. */
  static List<HistoryPoint> shown(IncidentStep step) {
    return Series.latest(step.history(), MOST_COLUMNS);
  }

  /** Writes nothing where there is no series. */
  void write(IncidentStep step, Sheet sheet) {
    List<HistoryPoint> points = shown(step);
    if (points.isEmpty()) {
      return;
    }
    sheet.picture(
        PICTURE,
        Sparkline.WIDTH / 2,
        Sparkline.HEIGHT / 2,
        described(step, points),
        Isolation.leftToRight(words.rightToLeft(), Series.columns(points)));
    String note = words.text("chart.note." + StepWords.granularity(step), ends(step, points));
    sheet.caption(withUntold(note, points));
  }

  /** Adds what the chart does not tell, and why. */
  private String withUntold(String said, List<HistoryPoint> points) {
    long count = Series.withheld(points);
    return count == 0 ? said : said + " " + words.text("chart.withheld", Map.of("count", count));
  }

  private String described(IncidentStep step, List<HistoryPoint> points) {
    String curve = words.text("chart." + StepWords.granularity(step), ends(step, points));
    long gaps = Series.gaps(points);
    String known =
        gaps == 0 ? curve : curve + " " + words.text("chart.gaps", Map.of("count", gaps));
    return withUntold(known, points);
  }

  private Map<String, Object> ends(IncidentStep step, List<HistoryPoint> points) {
    HistoryPoint first = points.get(0);
    HistoryPoint last = points.get(points.size() - 1);
    return Map.of(
        "first", count(first),
        "from", dates.bucket(StepWords.granularity(step), first.start()),
        "last", count(last),
        "to", dates.bucket(StepWords.granularity(step), last.start()),
        "peak", Series.peak(points));
  }

  private Object count(HistoryPoint point) {
    Long count = point.count();
    return count == null
        ? words.text(point.withheld() ? "chart.untold" : "chart.unknown")
        : (Object) count;
  }
}
