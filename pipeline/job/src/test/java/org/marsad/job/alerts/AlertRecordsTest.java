// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.explain.Contribution;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.explain.Spread;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.JudgedRule;
import org.marsad.alerts.incident.OpenIncident;
import org.marsad.alerts.incident.Round;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.index.IndexEntry;
import org.marsad.job.RecordTypes;
import org.marsad.model.Filters;

/** What flows through the graph, and is kept in its state, by Flink's serializers. */
class AlertRecordsTest {
  private static final Instant START = Instant.parse("2026-07-08T23:00:00Z");
  private static final AlertRule RULE =
      new AlertRule(
          "rises",
          Map.of("en", "Rises", "ar", "ارتفاع"),
          Filters.NONE.ofStances(List.of("HOSTILE")),
          Granularity.DAY,
          Cadence.INSTANT,
          true,
          AlertRule.Origin.FILE,
          null);
  private static final Decision DECISION =
      new Decision(
          "rises",
          Granularity.DAY,
          START,
          Decision.Outcome.NO_DATA,
          null,
          null,
          null,
          9L,
          0.5,
          "no data",
          0,
          null,
          null,
          START);
  private static final List<IncidentStep.HistoryPoint> HISTORY =
      List.of(
          new IncidentStep.HistoryPoint(START, null),
          new IncidentStep.HistoryPoint(START, 3L, true));

  @Test
  void everyRecordComesBackAsItWas() throws IOException {
    IncidentStep step =
        new IncidentStep(
            "rises-1",
            1,
            IncidentStep.Kind.OPENED,
            RULE,
            Granularity.DAY,
            START,
            START.plusSeconds(86_400),
            40,
            8.5,
            40,
            null,
            0.001,
            "volume up",
            3,
            false,
            HISTORY,
            null,
            null);
    Explanation explanation =
        new Explanation(
            List.of(new Contribution(Dimension.SOURCE, "outlet-a", 30, 4.5, 0.8)),
            true,
            new Spread(40, 3, 20, 2, true),
            List.of("outlet-b"),
            List.of("test-1"),
            false,
            List.of());

    assertKept(Round.class, new Round(Granularity.HOUR, START, START.plusSeconds(3_600), true));
    assertKept(
        JudgedRule.class,
        new JudgedRule(RULE, new Round(Granularity.DAY, START, START, false), DECISION, HISTORY));
    assertKept(Decision.class, DECISION);
    assertKept(IncidentStep.class, step);
    assertKept(IncidentStep.class, step.explained(explanation));
    assertKept(OpenIncident.class, OpenIncident.NONE);
    assertKept(
        OpenIncident.class,
        new OpenIncident("rises-1", START, START, 1, 2, 40, 8.5, 3, START, 3, 40, 40));
    assertKept(IndexEntry.class, IndexEntry.of(step.explained(explanation)));
    assertKept(IndexEntry.class, IndexEntry.of(DECISION));
  }

  private static <T> void assertKept(Class<T> type, T value) throws IOException {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    RecordTypes.register();
    TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(config);
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    serializer.serialize(value, out);
    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(value);
  }
}
