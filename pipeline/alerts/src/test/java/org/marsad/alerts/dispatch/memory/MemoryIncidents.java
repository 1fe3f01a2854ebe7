// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.model.Filters;

/** Steps that are gone with the program; of a document it knows which filters it meets. */
public final class MemoryIncidents implements IncidentLog {
  private final Map<String, IncidentStep> steps = new LinkedHashMap<>();
  private final Set<String> sent = new HashSet<>();
  private final Map<String, Set<Filters>> documents = new HashMap<>();
  private final Power power;

  public MemoryIncidents(Power power) {
    this.power = power;
  }

  public void add(IncidentStep step) {
    steps.put(step.key(), step);
  }

  public void addDocument(String id, Filters... met) {
    documents.put(id, Set.of(met));
  }

  @Override
  public Optional<IncidentStep> find(String key) {
    power.done();
    return Optional.ofNullable(steps.get(key));
  }

  @Override
  public List<IncidentStep> steps(String incidentId) {
    power.done();
    return steps.values().stream().filter(s -> s.incidentId().equals(incidentId)).toList();
  }

  @Override
  public List<IncidentStep> latest(@Nullable String ruleId, @Nullable Instant before, int most) {
    power.done();
    Map<String, IncidentStep> latest = new HashMap<>();
    steps.values().forEach(step -> latest.put(step.incidentId(), step));
    return latest.values().stream()
        .filter(s -> ruleId == null || s.rule() != null && s.rule().id().equals(ruleId))
        .filter(s -> before == null || s.to().isBefore(before))
        .sorted(Comparator.comparing(IncidentStep::to).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<IncidentStep> unsent(int most) {
    power.done();
    return steps.values().stream().filter(step -> !sent.contains(step.key())).limit(most).toList();
  }

  @Override
  public void markSent(String key) {
    sent.add(key);
    power.done();
  }

  @Override
  public Optional<Set<String>> matching(String documentId, Map<String, Filters> filters) {
    power.done();
    return Optional.ofNullable(documents.get(documentId))
        .map(
            met ->
                filters.entrySet().stream()
                    .filter(one -> met.contains(one.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()));
  }
}
