// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;

/**
 * Every container says how much it needs, and how much memory it may take; a claim, how large it
 * is. In the notation of Kubernetes, in which 1600m of memory are not even two bytes.
 */
public final class Quantities implements Check {
  /** As the API's own documentation of Quantity has it, without exponents. */
  private static final Pattern NOTATION =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?");

  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("", BigDecimal.ONE),
          Map.entry("m", new BigDecimal("0.001")),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)));

  private static final BigDecimal LEAST_MEMORY = BigDecimal.valueOf(16L << 20);
  private static final BigDecimal MOST_MEMORY = BigDecimal.valueOf(1L << 40);
  private static final BigDecimal LEAST_CPU = new BigDecimal("0.01");
  private static final BigDecimal MOST_CPU = BigDecimal.valueOf(256);

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    for (Pod pod : rendering.pods()) {
      for (JsonNode container : pod.containers()) {
        boolean operatorsOwn = container.path("name").asText().equals("flink-main-container");
        if (!operatorsOwn) {
          container(pod + " " + container.path("name").asText(), container, faults);
        }
      }
    }
    for (Resource claim : rendering.all("PersistentVolumeClaim").toList()) {
      String size = claim.at("/spec/resources/requests/storage").asText();
      if (bytes(size).filter(one -> one.compareTo(LEAST_MEMORY) >= 0).isEmpty()) {
        faults.add(claim + " has no size: " + size);
      }
    }
    return faults;
  }

  private static void container(String where, JsonNode container, List<String> faults) {
    JsonNode asked = container.at("/resources/requests");
    within(where, "asks for cpu", asked.path("cpu"), LEAST_CPU, MOST_CPU, faults);
    within(where, "asks for memory", asked.path("memory"), LEAST_MEMORY, MOST_MEMORY, faults);
    JsonNode limit = container.at("/resources/limits/memory");
    within(where, "may take memory", limit, LEAST_MEMORY, MOST_MEMORY, faults);
    Optional<BigDecimal> least = bytes(asked.path("memory").asText());
    Optional<BigDecimal> most = bytes(limit.asText());
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      faults.add(where + " asks for more memory than it may take");
    }
  }

  private static void within(
      String where,
      String what,
      JsonNode quantity,
      BigDecimal least,
      BigDecimal most,
      List<String> faults) {
    boolean inRange =
        bytes(quantity.asText())
            .filter(one -> one.compareTo(least) >= 0 && one.compareTo(most) <= 0)
            .isPresent();
    if (!inRange) {
      faults.add(where + " " + what + ": " + quantity.asText("nothing is said"));
    }
  }

  /** Empty where it is no quantity. */
  private static Optional<BigDecimal> bytes(String quantity) {
    Matcher parts = NOTATION.matcher(quantity);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String unit = Optional.ofNullable(parts.group(2)).orElse("");
    return Optional.of(
        new BigDecimal(parts.group(1)).multiply(UNITS.getOrDefault(unit, BigDecimal.ONE)));
  }
}
