// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.explain.Contribution;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.explain.Sample;
import org.marsad.alerts.explain.Spread;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.message.Message.Link;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.QuietHours;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.model.Filters;

/** An invented rise, and who reads of it. */
final class Steps {
  static final Instant FROM = Instant.parse("2026-05-11T23:00:00Z");
  static final Names NAMES =
      new Names() {
        @Override
        public String source(String id) {
          return id.equals("outlet-a") ? "Outlet A" : id;
        }

        @Override
        public String place(String id, String language) {
          return id.equals("ma-fes") ? (language.equals("ar") ? "فاس" : "Fès") : id;
        }
      };
  static final Map<Link, String> LINKS =
      Map.of(
          Link.INCIDENT, "https://marsad.example.org/alerts/r-1",
          Link.CONFIRM, "https://marsad.example.org/confirm?token=t",
          Link.UNSUBSCRIBE, "https://marsad.example.org/unsubscribe?token=t");

  private Steps() {}

  static AlertRule rule(String id, String name) {
    return new AlertRule(
        id,
        Map.of("en", name),
        Filters.NONE,
        Granularity.DAY,
        Cadence.INSTANT,
        true,
        AlertRule.Origin.FILE,
        null);
  }

  static AlertRule rule() {
    return new AlertRule(
        "hostile",
        Map.of(
            "en", "Hostility on news sites",
            "fr", "Hostilité sur les sites d’information",
            "ar", "العداء في المواقع الإخبارية"),
        Filters.NONE,
        Granularity.DAY,
        Cadence.INSTANT,
        true,
        AlertRule.Origin.FILE,
        null);
  }

  static Subscription reader(String language) {
    return new Subscription(
        "s-1",
        ChannelKind.EMAIL,
        "reader@example.org",
        List.of("hostile", "calls-for-violence"),
        language,
        "Africa/Casablanca",
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
        Cadence.DAILY,
        20,
        Subscription.State.PENDING,
        FROM,
        0);
  }

  /** The same rise, of whose first day the half is withheld, and of a day before it all. */
  static IncidentStep withheld(Kind kind) {
    IncidentStep whole = step(kind);
    List<HistoryPoint> points = history();
    points.set(20, new HistoryPoint(points.get(20).start(), null, true));
    points.set(28, new HistoryPoint(points.get(28).start(), 8L, true));
    return new IncidentStep(
        whole.incidentId(),
        whole.number(),
        kind,
        whole.rule(),
        whole.granularity(),
        whole.from(),
        whole.to(),
        whole.observed(),
        whole.expected(),
        whole.peak(),
        whole.upper(),
        whole.p(),
        whole.reason(),
        whole.severity(),
        whole.catchUp(),
        points,
        whole.explanation(),
        whole.documentId());
  }

  /** 30 days, of which the ninth is unknown and the last two are the rise. */
  static List<HistoryPoint> history() {
    long[] counts = {
      5, 6, 4, 7, 3, 5, 6, 5, -1, 6, 7, 4, 5, 6, 2, 5, 7, 6, 5, 4, 6, 5, 5, 7, 6, 5, 4, 6, 17, 25
    };
    List<HistoryPoint> points = new ArrayList<>();
    for (int at = 0; at < counts.length; at++) {
      Instant start = FROM.plus(at - 28L, ChronoUnit.DAYS);
      points.add(new HistoryPoint(start, counts[at] < 0 ? null : counts[at]));
    }
    return points;
  }

  static Sample sample(String id, @Nullable String url, @Nullable String title, String excerpt) {
    return new Sample(
        id, "outlet-a", url, title, excerpt, "arb", FROM.plusSeconds(36_000), "HOSTILE", 4, 3);
  }

  static Explanation explanation(List<Sample> samples) {
    return new Explanation(
        List.of(
            new Contribution(Dimension.SOURCE, "outlet-a", 21, 4, 0.548),
            new Contribution(Dimension.SOURCE, "outlet-b", 9, 3.25, 0.185),
            new Contribution(Dimension.SOURCE, "outlet-c", 1, 2, -0.03),
            new Contribution(Dimension.LANGUAGE, "ary-Arab", 18, 5, 0.42),
            new Contribution(Dimension.TARGET, "SSA_BLACK", 30, 6, 0.77),
            new Contribution(Dimension.FRAME, "CRIME", 25, 3, 0.71),
            new Contribution(Dimension.PLACE, "ma-fes", 12, 0.4, 0.37),
            new Contribution(Dimension.TERM, "حي السلام", 15, 1, 0.45),
            new Contribution(Dimension.THREAD, "Council debates the camp", 14, 0, 0.45)),
        true,
        new Spread(40, 12, 22, 5, true),
        List.of("outlet-d"),
        List.of("marsad-linear 0.1.0"),
        true,
        samples);
  }

  static List<Sample> samples() {
    return List.of(
        sample(
            "d-1",
            "https://outlet-a.example.org/1",
            "عنوان مقال متخيّل عن مخيم",
            "مقطع متخيّل من مقال يتحدث عن مخيم في ضاحية المدينة وعن شكاوى بعض السكان."),
        sample(
            "d-2",
            "https://outlet-a.example.org/2",
            "Titre d’un article fictif",
            "Extrait fictif d’un article sur un campement en périphérie de la ville."),
        sample("d-3", null, null, "تعليق متخيّل قصير تحت المقال."),
        sample("d-4", "https://outlet-a.example.org/4", null, "An invented comment."),
        sample("d-5", "https://outlet-a.example.org/5", "خبر متخيّل", "نص متخيّل آخر."));
  }

  static IncidentStep step(Kind kind) {
    return step(kind, rule(), 1, 4, false, explanation(samples()));
  }

  static IncidentStep step(
      Kind kind,
      @Nullable AlertRule rule,
      int number,
      int severity,
      boolean catchUp,
      @Nullable Explanation explanation) {
    boolean single = kind == Kind.ESCALATED;
    return new IncidentStep(
        single ? "d-1" : "r-1",
        number,
        kind,
        rule,
        single ? null : Granularity.DAY,
        FROM,
        FROM.plus(2, ChronoUnit.DAYS),
        single ? 1 : 42,
        single ? 0 : 11,
        single ? 1 : 25,
        single ? null : 19L,
        single ? null : 0.00042,
        single ? "intensity 5" : "volume up and share up (learning)",
        severity,
        catchUp,
        single ? List.of() : history(),
        kind == Kind.RESOLVED ? null : explanation,
        single ? "d-1" : null);
  }

  /** The rise on its first day alone. */
  static IncidentStep firstDay() {
    return new IncidentStep(
        "r-1",
        1,
        Kind.OPENED,
        rule(),
        Granularity.DAY,
        FROM,
        FROM.plus(1, ChronoUnit.DAYS),
        42,
        11,
        42,
        19L,
        0.00002,
        "volume up",
        3,
        false,
        history(),
        null,
        null);
  }
}
