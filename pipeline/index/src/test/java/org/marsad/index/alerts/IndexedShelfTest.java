// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.alerts.Alerts.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

class IndexedShelfTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final AlertIndex index = new AlertIndex(INDEX.connection());
  private final Shelf<AlertRule> rules = index.rules();

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void createsOnceAndPutsAlways() {
    AlertRule first = rule("a", Filters.NONE);
    AlertRule second = first.mutedUntil(Instant.EPOCH);
    assertThat(rules.create("a", first)).isTrue();
    assertThat(rules.create("a", second)).isFalse();
    assertThat(rules.find("a")).map(Kept::value).contains(first);
    rules.put("a", second);
    assertThat(rules.find("a")).map(Kept::value).contains(second);
  }

  @Test
  void replacesOnlyWhatNobodyHasChanged() {
    rules.put("a", rule("a", Filters.NONE));
    Kept<AlertRule> known = rules.find("a").orElseThrow();
    Kept<AlertRule> listed = rules.all().get(0);
    assertThat(listed).isEqualTo(known);
    assertThat(rules.replace(listed, known.value().mutedUntil(Instant.EPOCH))).isTrue();
    assertThat(rules.replace(known, known.value())).isFalse();
    assertThat(rules.find("a").orElseThrow().value().mutedUntil()).isEqualTo(Instant.EPOCH);
    Kept<AlertRule> gone = rules.find("a").orElseThrow();
    assertThat(rules.remove("a")).isTrue();
    assertThat(rules.remove("a")).isFalse();
    assertThat(rules.replace(gone, gone.value())).isFalse();
    assertThat(rules.find("a")).isEmpty();
  }

  private static List<String> oddIds() {
    return List.of(
        "مرصد/الهجرة", "a/b?c#d", "..", "_all", " ", "", "é".repeat(600), "half \uD83D a letter");
  }

  @Test
  void takesAnyId() {
    oddIds().forEach(this::takesId);
  }

  private void takesId(String id) {
    Verdict verdict =
        new Verdict(id, "rule", Verdict.Judgement.FALSE_ALARM, "half \uD83D", null, Instant.EPOCH);
    Shelf<Verdict> verdicts = index.verdicts();
    assertThat(verdicts.create(id, verdict)).isTrue();
    assertThat(verdicts.create(id, verdict)).isFalse();
    Kept<Verdict> found = verdicts.all().get(0);
    assertThat(found.value().note()).isEqualTo("half ?");
    assertThat(verdicts.replace(found, verdict)).isTrue();
    assertThat(verdicts.find(id)).isPresent();
    assertThat(verdicts.remove(id)).isTrue();
    assertThat(verdicts.all()).isEmpty();
  }

  @Test
  void listsAllOfItsOwnInOrderAtOnce() {
    for (String id : List.of("b", "c", "a")) {
      rules.put(id, rule(id, Filters.NONE));
    }
    index.heartbeats().put("a", new Heartbeat(Instant.EPOCH, null, List.of()));
    assertThat(rules.all()).extracting(Kept::id).containsExactly("a", "b", "c");
    rules.remove("b");
    assertThat(rules.all()).extracting(kept -> kept.value().id()).containsExactly("a", "c");
    assertThat(index.heartbeats().all()).hasSize(1);
  }

  @Test
  void isEmptyOnlyWithoutAnythingOfItsOwnInAnyForm() {
    index.heartbeats().put("a", new Heartbeat(Instant.EPOCH, null, List.of()));
    assertThat(rules.isEmpty()).isTrue();
    store("wrong", Map.of("id", List.of(1), "names", "none"));
    assertThat(rules.all()).isEmpty();
    assertThat(rules.isEmpty()).isFalse();
  }

  @Test
  void passesOverWhatHasAnotherForm() {
    rules.put("good", rule("good", Filters.NONE));
    store("absent", Map.of("id", "absent", "names", Map.of("en", "No filters")));
    store("wrong", Map.of("id", List.of(1), "names", "none"));
    assertThat(rules.all()).extracting(Kept::id).containsExactly("good");
    assertThat(rules.find("wrong")).isEmpty();
    assertThat(INDEX.count(IndexNames.REGISTRY)).isEqualTo(3);
    assertThat(rules.create("wrong", rule("wrong", Filters.NONE))).isFalse();
  }

  private static void store(String id, Map<String, Object> body) {
    INDEX
        .connection()
        .call(
            c ->
                c.index(
                    i ->
                        i.index(IndexNames.REGISTRY)
                            .id("rule:" + id)
                            .document(Map.of("type", "rule", "key", id, "body", body))));
    INDEX.refresh();
  }
}
