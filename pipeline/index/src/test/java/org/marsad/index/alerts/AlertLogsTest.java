// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.WriteOutcome.Kind.DUPLICATE;
import static org.marsad.index.WriteOutcome.Kind.INDEXED;
import static org.marsad.index.WriteOutcome.Kind.REJECTED;
import static org.marsad.index.alerts.Alerts.NOW;
import static org.marsad.index.alerts.Alerts.decision;
import static org.marsad.index.alerts.Alerts.delivery;
import static org.marsad.index.alerts.Alerts.sent;
import static org.marsad.index.alerts.Alerts.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.delivery.Delivery.State;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.Decision.Outcome;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.store.DecisionLog;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.alerts.store.Kept;
import org.marsad.index.BulkWriter;
import org.marsad.index.Documents;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.index.IndexNames;
import org.marsad.index.WriteOutcome;
import org.marsad.model.Filters;

class AlertLogsTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final BulkWriter writer = new BulkWriter(INDEX.connection());
  private final AlertIndex index = new AlertIndex(INDEX.connection());
  private final IncidentLog incidents = index.incidents();
  private final DeliveryLog deliveries = index.deliveries();

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void writesAStepOnceHoweverOftenItIsReplayed() {
    IncidentStep step = step("rule-a", "rule-a@1", 1, NOW);
    assertThat(
            Stream.of(0, 1, 2)
                .parallel()
                .flatMap(i -> write(IndexEntry.of(step)).stream())
                .toList())
        .containsExactlyInAnyOrder(INDEXED, DUPLICATE, DUPLICATE);
    assertThat(incidents.unsent(10)).containsExactly(step);
    incidents.markSent(step.key());
    incidents.markSent("somebody else's");
    IndexEntry again = IndexEntry.of(step).asRetried();
    assertThat(IndexEntry.fromBytes(again.toBytes())).isEqualTo(again);
    assertThat(write(again, again, IndexEntry.of(Documents.article("d", "text"))))
        .containsExactly(DUPLICATE, DUPLICATE, INDEXED);
    assertThat(INDEX.count(IndexNames.INCIDENTS)).isEqualTo(1);
    assertThat(incidents.unsent(10)).isEmpty();
    assertThat(incidents.find(step.key())).contains(step);
    assertThat(incidents.find("none")).isEmpty();
  }

  @Test
  void findsTheLatestStepOfEachIncident() {
    IncidentStep a1 = step("rule-a", "a", 1, day(1));
    IncidentStep a2 = step("rule-a", "a", 2, day(5));
    IncidentStep a3 = step("rule-a", "a", 3, day(5));
    IncidentStep b1 = step("rule-b", "b", 1, day(3));
    IncidentStep c1 = step("rule-b", "c", 1, day(2));
    write(Stream.of(c1, a2, a1, b1, a3).map(IndexEntry::of).toArray(IndexEntry[]::new));
    assertThat(incidents.unsent(4)).containsExactly(a1, c1, b1, a2);
    assertThat(incidents.latest(null, null, 10)).containsExactly(a3, b1, c1);
    assertThat(incidents.latest("rule-b", null, 1)).containsExactly(b1);
    assertThat(incidents.latest(null, day(4), 1)).containsExactly(b1);
    assertThat(incidents.latest(null, day(3), 1)).containsExactly(c1);
    assertThat(incidents.latest(null, day(2), 1)).isEmpty();
    assertThat(incidents.steps("a")).containsExactly(a1, a2, a3);
  }

  @Test
  void asksOneDocumentForTheFilters() {
    Filters casablanca =
        Filters.NONE.toBuilder()
            .text("\"first text\"")
            .languages(List.of("fr"))
            .places(List.of("casablanca"))
            .build();
    List<String> tooMany = IntStream.range(0, 70_000).mapToObj(i -> "stance-" + i).toList();
    Map<String, Filters> asked =
        Map.of(
            "casablanca",
            casablanca,
            "all",
            Filters.NONE,
            "faulty",
            Filters.NONE.ofStances(tooMany));
    assertThat(incidents.matching("a", asked)).isEmpty();
    write(
        IndexEntry.of(Documents.article("a", "first text")),
        IndexEntry.of(Documents.article("b", "second text")));
    assertThat(incidents.matching("a", asked))
        .as("though nobody has made it visible yet")
        .contains(Set.of("casablanca", "all"));
    assertThat(incidents.matching("b", asked)).contains(Set.of("all"));
    assertThat(incidents.matching("c", asked)).isEmpty();
  }

  @Test
  void keepsTheFirstDecisionOnABucket() {
    DecisionLog decisions = index.decisions();
    assertThat(decisions.lastDecidedAt()).isEmpty();
    Decision first = decision("rule-a", day(1), Outcome.ALARM, 1e-4);
    Decision second = decision("rule-a", day(2), Outcome.CALM, 0.5);
    assertThat(
            write(
                IndexEntry.of(second),
                IndexEntry.of(first),
                IndexEntry.of(decision("rule-a", day(1), Outcome.CALM, 0.4)),
                IndexEntry.of(decision("rule-b", day(3), Outcome.CALM, 0.4))))
        .containsExactly(INDEXED, INDEXED, DUPLICATE, INDEXED);
    INDEX.refresh();
    assertThat(decisions.of("rule-a", NOW, 10)).containsExactly(second, first);
    assertThat(decisions.of("rule-a", day(2), 10)).containsExactly(first);
    assertThat(decisions.of("rule-a", NOW, 1)).containsExactly(second);
    assertThat(decisions.latest())
        .filteredOn(decision -> decision.ruleId().equals("rule-a"))
        .containsExactly(second);
    assertThat(decisions.lastDecidedAt()).contains(day(3).plusSeconds(90_000));
  }

  @Test
  void saysWhichDecisionTheIndexCannotTake() {
    assertThat(
            write(
                IndexEntry.of(decision("rule-a", day(1), Outcome.ALARM, Double.NaN)),
                IndexEntry.of(decision("rule-b", day(1), Outcome.ALARM, 0.001))))
        .containsExactly(REJECTED, INDEXED);
    assertThat(INDEX.count(IndexNames.REJECTIONS, "sourceId", "alerts")).isEqualTo(1);
  }

  @Test
  void findsWhatIsDueAndWhoseLeaseHasRunOut() {
    Delivery waiting = delivery("a@1", "s", State.WAITING, null);
    assertThat(deliveries.create(waiting)).isTrue();
    assertThat(deliveries.create(sent("a@1", "s", "batch", NOW))).isFalse();
    deliveries.create(delivery("b@1", "s", State.SENDING, NOW.minusSeconds(1)));
    deliveries.create(delivery("c@1", "s", State.SENDING, NOW.plusSeconds(1)));
    deliveries.create(sent("d@1", "s", "batch", NOW));
    assertThat(deliveries.due(NOW, 10))
        .extracting(kept -> kept.value().stepKey())
        .containsExactly("a@1", "b@1");
    assertThat(deliveries.due(NOW, 1)).extracting(Kept::value).containsExactly(waiting);
    assertThat(deliveries.due(NOW.minusMillis(1), 10))
        .extracting(kept -> kept.value().stepKey())
        .containsExactly("b@1");
    assertThat(deliveries.ofSteps(List.of("b@1", "c@1", "d@1"), 10))
        .filteredOn(delivery -> delivery.state() == State.SENDING)
        .hasSize(2);
  }

  @Test
  void letsOneOfTwoTakeADelivery() {
    deliveries.create(delivery("a@1", "s", State.WAITING, null));
    Kept<Delivery> known = deliveries.due(NOW, 1).get(0);
    Delivery taken = delivery("a@1", "s", State.SENDING, NOW.plusSeconds(60));
    assertThat(
            IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> deliveries.replace(known, taken))
                .filter(won -> won))
        .hasSize(1);
    assertThat(deliveries.due(NOW, 10)).isEmpty();
  }

  @Test
  void countsMessagesAndShowsReceipts() {
    Delivery first = sent("a@1", "s", "batch-1", NOW);
    Delivery second = sent("b@1", "s", "batch-2", NOW.plusSeconds(60));
    for (Delivery delivery :
        List.of(
            first,
            second,
            sent("c@1", "s", "batch-2", NOW.plusSeconds(60)),
            sent("d@1", "other", "batch-3", NOW.plusSeconds(90)),
            delivery("e@1", "s", State.WAITING, null))) {
      deliveries.create(delivery);
    }
    assertThat(deliveries.messagesSince("s", NOW)).isEqualTo(2);
    assertThat(deliveries.messagesSince("s", NOW.plusMillis(1))).isEqualTo(1);
    assertThat(deliveries.messagesSince("nobody", NOW)).isZero();
    assertThat(deliveries.messagesSince("", NOW)).as("to all together").isEqualTo(3);
    assertThat(deliveries.ofSteps(List.of("e@1", "d@1"), 10))
        .extracting(Delivery::state)
        .containsExactlyInAnyOrder(State.WAITING, State.SENT);
    assertThat(deliveries.receipts("s", 10)).hasSize(3).startsWith(second).endsWith(first);
    assertThat(deliveries.receipts("", 1)).extracting(Delivery::stepKey).containsExactly("d@1");
  }

  private List<WriteOutcome.Kind> write(IndexEntry... entries) {
    return writer.write(List.of(entries)).stream().map(WriteOutcome::kind).toList();
  }

  private static Instant day(int number) {
    return Instant.parse("2026-05-0" + number + "T00:00:00Z").minusSeconds(864_000);
  }
}
