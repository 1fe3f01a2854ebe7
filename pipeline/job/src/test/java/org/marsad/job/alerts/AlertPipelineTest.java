// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.alerts.channel.ChannelSettings;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.incident.BucketClock;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.Documents;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexEntry;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.job.local.Checkpoints;
import org.marsad.job.local.LocalJob;
import org.marsad.job.settings.AlertSettings;
import org.marsad.job.settings.DeliverySettings;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Filters;
import org.marsad.sources.KeyFile;

/** The graph on a local Flink cluster, over the embedded index: eight weeks, then a rise. */
class AlertPipelineTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final int DAYS = 60;
  private static final int RISE = 60;
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofSeconds(1);

  @TempDir Path checkpoints;

  private final AlertIndex alerts = new AlertIndex(INDEX.connection());

  @BeforeEach
  void publishARise() {
    INDEX.clear();
    Instant end = BucketClock.floor(Granularity.DAY, Clock.systemUTC().instant());
    List<IndexEntry> entries = new ArrayList<>();
    for (int day = DAYS; day > 0; day--) {
      Instant noon = BucketClock.plus(Granularity.DAY, end, -day).plus(12, ChronoUnit.HOURS);
      int hostile = day == 1 ? RISE : 4 + day % 3;
      for (int number = 0; number < hostile + 10; number++) {
        Stance stance = number < hostile ? Stance.HOSTILE : Stance.NEUTRAL;
        String id = day + "-" + number;
        entries.add(
            IndexEntry.of(
                Documents.article(
                    id,
                    "The text of number " + id,
                    noon.plusSeconds(number),
                    Documents.assessment("fr", stance, 0.5))));
      }
    }
    new BulkWriter(INDEX.connection()).write(entries);
    INDEX.refresh();
  }

  @Test
  void aRiseBecomesOneExplainedStepAndEveryRuleADecision() {
    put("rises", Filters.NONE.toBuilder().relevant(true).stances(List.of("HOSTILE")).build());
    put("silent", Filters.NONE.toBuilder().relevant(true).stances(List.of("SOLIDARITY")).build());

    try (LocalJob job = start(SELDOM, 0)) {
      await(() -> decision("rises") != null && decision("silent") != null);
      await(() -> !steps().isEmpty());
    }

    assertThat(steps()).hasSize(1);
    IncidentStep step = steps().get(0);
    assertThat(step.kind()).isEqualTo(IncidentStep.Kind.OPENED);
    assertThat(step.observed()).isEqualTo(RISE);
    assertThat(step.explanation()).isNotNull();
    assertThat(step.explanation().samples()).hasSize(1);
    assertThat(step.explanation().samples().get(0).copies()).isEqualTo(RISE);
    assertThat(decision("rises"))
        .isNotNull()
        .satisfies(made -> assertThat(made.outcome()).isEqualTo(Decision.Outcome.ALARM))
        .satisfies(made -> assertThat(made.incidentId()).isEqualTo(step.incidentId()));
    assertThat(decision("silent"))
        .isNotNull()
        .satisfies(made -> assertThat(made.outcome()).isNotEqualTo(Decision.Outcome.ALARM));
  }

  @Test
  void aJobThatStopsBetweenFindingAndTellingTellsOnce() throws Exception {
    put("rises", Filters.NONE.toBuilder().relevant(true).stances(List.of("HOSTILE")).build());
    AtomicInteger calls = new AtomicInteger();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      int port = mail.getSmtp().getPort();
      subscribe("by-mail", ChannelKind.EMAIL, "reader@example.org");
      subscribe(
          "by-hook",
          ChannelKind.WEBHOOK,
          "http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
      try (LocalJob job = start(SELDOM, port)) {
        await(() -> !steps().isEmpty());
        await(() -> new Checkpoints(checkpoints).latest().isPresent());
      }
      assertThat(mail.getReceivedMessages()).isEmpty();

      try (LocalJob job = start(OFTEN, port)) {
        await(() -> mail.getReceivedMessages().length > 0 && calls.get() > 0);
        Instant told = Clock.systemUTC().instant();
        await(
            () ->
                alerts
                    .heartbeats()
                    .find(Heartbeat.ID)
                    .filter(beat -> beat.value().at().isAfter(told.plusSeconds(3)))
                    .isPresent());
      }
      assertThat(steps()).hasSize(1);
      assertThat(mail.getReceivedMessages()).hasSize(1);
      assertThat(calls).hasValue(1);
    } finally {
      mail.stop();
      receiver.stop(0);
    }
  }

  private LocalJob start(Duration every, int mailPort) {
    IndexAddress index = new IndexAddress(INDEX.node().url(), null);
    DeliverySettings delivery =
        new DeliverySettings(
            URI.create("http://127.0.0.1:8080"),
            every,
            Duration.ofMinutes(10),
            100,
            null,
            null,
            true,
            mailPort == 0
                ? null
                : new DeliverySettings.Mail(
                    "127.0.0.1",
                    mailPort,
                    ChannelSettings.Security.NONE,
                    null,
                    null,
                    "alerts@example.org"),
            null);
    AlertPipeline pipeline =
        new AlertPipeline(
            new RoundSource(new RoundSchedule(Duration.ZERO, Duration.ZERO)),
            index,
            new IndexSink(index),
            new DispatchSetup(
                index,
                new AlertSettings(null, Duration.ZERO, delivery),
                KeyFile.of(new byte[32]),
                Map.of("outlet-a", "Outlet A")));
    return LocalJob.startContinuous(
        List.of(pipeline), 1, new Checkpoints(checkpoints), Duration.ofSeconds(1));
  }

  private void put(String id, Filters filters) {
    alerts
        .rules()
        .put(
            id,
            new AlertRule(
                id,
                Map.of("en", "A rule"),
                filters,
                Granularity.DAY,
                Cadence.INSTANT,
                true,
                AlertRule.Origin.USER,
                null));
  }

  private void subscribe(String id, ChannelKind channel, String address) {
    alerts
        .subscriptions()
        .put(
            id,
            new Subscription(
                id,
                channel,
                address,
                List.of(),
                "en",
                "Africa/Casablanca",
                null,
                Cadence.INSTANT,
                20,
                Subscription.State.CONFIRMED,
                Clock.systemUTC().instant(),
                0));
  }

  private List<IncidentStep> steps() {
    INDEX.refresh();
    return alerts.incidents().latest(null, null, 10);
  }

  private @Nullable Decision decision(String rule) {
    INDEX.refresh();
    return alerts.decisions().of(rule, Clock.systemUTC().instant(), 1).stream()
        .findFirst()
        .orElse(null);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
