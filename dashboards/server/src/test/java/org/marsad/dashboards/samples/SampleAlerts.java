// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.AlertChannel;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.explain.Contribution;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.explain.Sample;
import org.marsad.alerts.explain.Spread;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.Preview;
import org.marsad.alerts.message.Message;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.dashboards.alerts.AlertParts;
import org.marsad.index.BulkWriter;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.model.Filters;

/**
 * A rule of the operator's file with the rise of the sample documents, and a text that escalated.
 */
public final class SampleAlerts {
  /** A day of the history of which nothing may be told. */
  private static final int WITHHELD = 20;

  public static final String RULE = "hostile-comments";
  public static final String RISE = "hostile-comments-sample";
  public static final String ESCALATION = "document-masked";
  public static final Tokens TOKENS = new Tokens(new byte[32]);

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
  private static final LocalDate TODAY = LocalDate.now(MOROCCO);
  private static final int DAYS = 60;

  private SampleAlerts() {}

  public static AlertParts parts(IndexConnection connection) {
    AlertIndex index = new AlertIndex(connection);
    return new AlertParts(
        index.rules(),
        index.verdicts(),
        index.heartbeats(),
        index.incidents(),
        index.decisions(),
        index.deliveries(),
        new Preview(index.counts(), Clock.systemUTC()),
        index.subscriptions(),
        new Subscriptions(
            index.subscriptions(),
            TOKENS,
            SampleAlerts::channel,
            id -> index.rules().find(id).isPresent(),
            Clock.systemUTC()),
        TOKENS,
        index.searches());
  }

  /** Seeds the index; what exists stays. */
  public static void write(IndexConnection connection) {
    AlertIndex index = new AlertIndex(connection);
    index.rules().put(RULE, rule());
    index.heartbeats().put(Heartbeat.ID, new Heartbeat(Instant.now(), Instant.now(), List.of()));
    List<IndexEntry> entries = new ArrayList<>();
    IncidentStep opened = rise(1, IncidentStep.Kind.OPENED, 44, 5, 1.2);
    entries.add(IndexEntry.of(opened));
    entries.add(IndexEntry.of(rise(2, IncidentStep.Kind.UPDATED, 46, 20, 2.4)));
    entries.add(IndexEntry.of(escalation()));
    for (int day = 30; day < DAYS; day++) {
      entries.add(IndexEntry.of(decision(day)));
    }
    List<?> unused = new BulkWriter(connection).write(entries);
    boolean created =
        index
            .deliveries()
            .create(
                Delivery.waiting(opened.key(), "nobody", Instant.now(), Instant.now(), false)
                    .sent(Instant.now(), "250"));
  }

  public static AlertRule rule() {
    return new AlertRule(
        RULE,
        Map.of(
            "en", "Hostile comments, Casablanca",
            "fr", "Commentaires hostiles, Casablanca",
            "ar", "تعليقات عدائية، الدار البيضاء"),
        Filters.NONE.toBuilder()
            .stances(List.of("HOSTILE"))
            .targets(List.of("SSA_BLACK"))
            .places(List.of("casablanca"))
            .relevant(true)
            .build(),
        Granularity.DAY,
        Cadence.INSTANT,
        true,
        AlertRule.Origin.FILE,
        null);
  }

  /** The counts are those of {@link SampleDocuments}. */
  private static IncidentStep rise(
      int number, IncidentStep.Kind kind, int day, long observed, double expected) {
    List<IncidentStep.HistoryPoint> history = new ArrayList<>();
    for (int past = 0; past <= day; past++) {
      boolean withheld = past == WITHHELD || past == day;
      Long told = past == WITHHELD ? null : count(past);
      history.add(new IncidentStep.HistoryPoint(start(past), told, withheld));
    }
    return new IncidentStep(
        RISE,
        number,
        kind,
        rule(),
        Granularity.DAY,
        start(41),
        start(day + 1),
        observed,
        expected,
        4,
        2L,
        0.0004,
        "volume up and share up",
        2,
        false,
        history,
        explanation(),
        null);
  }

  private static @Nullable Long count(int day) {
    if (day >= 20 && day < 23) {
      return null;
    }
    return day > 40 && day < 48 ? 4L : day % 4 == 0 ? 1L : 0L;
  }

  private static Instant start(int day) {
    return TODAY.minusDays(DAYS - day).atStartOfDay(MOROCCO).toInstant();
  }

  private static Explanation explanation() {
    List<Sample> samples = new ArrayList<>();
    for (int day = 41; day < 46; day++) {
      samples.add(
          new Sample(
              "hostile-" + day + "-0",
              "outlet-a",
              "https://outlet-a.example/hostile-" + day + "-0",
              null,
              "Les migrants doivent quitter le quartier.",
              "fr",
              start(day).plus(Duration.ofHours(12)),
              "HOSTILE",
              2,
              day == 41 ? 3 : 1));
    }
    return new Explanation(
        List.of(
            new Contribution(Dimension.SOURCE, "outlet-a", 12, 1.4, 0.6),
            new Contribution(Dimension.SOURCE, "outlet-b", 8, 1.0, 0.4),
            new Contribution(Dimension.TARGET, "SSA_BLACK", 20, 2.4, 1.0),
            new Contribution(Dimension.PLACE, "casablanca", 20, 2.4, 1.0),
            new Contribution(Dimension.TERM, "quartier", 14, 0.4, 0.77)),
        true,
        new Spread(20, 5, 6, 2, false),
        List.of("outlet-c"),
        List.of("sample-1"),
        true,
        samples);
  }

  private static IncidentStep escalation() {
    Instant published = Instant.now().minus(Duration.ofHours(3));
    return new IncidentStep(
        ESCALATION,
        1,
        IncidentStep.Kind.ESCALATED,
        null,
        null,
        published,
        published.plusSeconds(60),
        1,
        0,
        1,
        null,
        null,
        "text of intensity 5",
        5,
        false,
        List.of(),
        null,
        SampleDocuments.MASKED_ID);
  }

  private static Decision decision(int day) {
    boolean isRise = day > 40 && day < 48;
    return new Decision(
        RULE,
        Granularity.DAY,
        start(day),
        isRise ? Decision.Outcome.ALARM : Decision.Outcome.CALM,
        count(day),
        9L,
        0.4,
        2L,
        isRise ? 0.0004 : 0.6,
        isRise ? "volume up" : "as expected",
        isRise ? 2 : 0,
        isRise ? RISE : null,
        null,
        start(day + 1).plusSeconds(900));
  }

  private static Optional<AlertChannel> channel(ChannelKind kind) {
    return kind == ChannelKind.EMAIL || kind == ChannelKind.WEBHOOK
        ? Optional.of(new NoChannel(kind))
        : Optional.empty();
  }

  /** Takes any address that could be one, and sends nothing. */
  private record NoChannel(ChannelKind kind) implements AlertChannel {
    @Override
    public String send(Message message, Subscription to) {
      return "kept";
    }

    @Override
    public void check(String address) {
      if (kind == ChannelKind.EMAIL ? !address.contains("@") : !address.startsWith("https://")) {
        throw new IllegalArgumentException("The address is none: write one such as a@example.org");
      }
    }
  }
}
