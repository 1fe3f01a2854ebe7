// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.prevalence.AdjustedCount;
import org.marsad.classifiers.prevalence.KnownErrors;
import org.marsad.classifiers.prevalence.PrevalenceEstimate;
import org.marsad.classifiers.train.Confusion;

/** The model card: prose by hand, figures as measured. */
final class ModelCardPage {
  private static final int COUNTED = 1000;
  private static final int CALLED = 50;

  private ModelCardPage() {}

  static String of(Manifest manifest, Measurements measured, GateReport gates) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", manifest.id());
    values.put("model", manifest.name());
    values.put("texts", texts(manifest));
    values.put("reference-texts", String.valueOf(measured.reference().size()));
    values.put("functional-tests", String.valueOf(measured.suites().size()));
    values.put("reference-scores", ScoreTable.of(measured.reference()));
    values.put("functional-scores", ScoreTable.of(measured.suites()));
    values.put("functional", FunctionalTable.of(measured.functional()));
    values.put("groups", groups(measured.all()));
    values.put("least-of-group", String.valueOf(Gates.LEAST_OF_GROUP));
    values.put("least-for-calibration", String.valueOf(Gates.LEAST_FOR_CALIBRATION));
    values.put(
        "hostility-reliability",
        ReliabilityPlot.byLanguage(
            measured.reference(), text -> text.found().hostility(), Judged::hostile));
    values.put(
        "relevance-reliability",
        ReliabilityPlot.byLanguage(
            measured.reference(), text -> text.found().relevance(), Judged::relevant));
    values.put("prevalence", prevalence(measured.reference()));
    values.put("gates", gates(gates));
    return Template.shipped("model-card.md").fill(values);
  }

  private static String texts(Manifest manifest) {
    StringBuilder out = new StringBuilder("| model and set | texts |\n|---|---:|\n");
    manifest.texts().forEach((set, count) -> out.append("| " + set + " | " + count + " |\n"));
    return out.toString().stripTrailing();
  }

  private static String groups(List<Judged> texts) {
    StringBuilder out = new StringBuilder();
    out.append("| group | hostile | others | BPSN AUC | BNSP AUC |\n|---|---:|---:|---:|---:|\n");
    for (Target target : Target.values()) {
      GroupAuc group = GroupAuc.of(target.name(), texts);
      out.append("| ").append(target).append(" | ").append(group.hostile()).append(" | ");
      out.append(group.others()).append(" | ");
      out.append(
          group.tells(Gates.LEAST_OF_GROUP)
              ? Confusion.rounded(group.bpsn()) + " | " + Confusion.rounded(group.bnsp())
              : "too few | too few");
      out.append(" |\n");
    }
    return out.append("\nOverall AUC: ")
        .append(Confusion.rounded(GroupAuc.overall(texts)))
        .append('.')
        .toString();
  }

  private static String prevalence(List<Judged> texts) {
    StringBuilder out = new StringBuilder();
    out.append(
        "| language | hostile found | others called hostile | corrected share | interval |\n");
    out.append("|---|---:|---:|---:|---:|\n");
    Map<String, List<Judged>> sets = new TreeMap<>(Gates.byLanguage(texts));
    Stream.concat(sets.entrySet().stream(), Stream.of(Map.entry("all", texts)))
        .filter(
            set ->
                set.getValue().stream().filter(Judged::hostile).count() >= Gates.LEAST_IN_LANGUAGE)
        .forEach(
            set -> {
              KnownErrors errors = Gates.errors(set.getValue());
              out.append("| ").append(set.getKey()).append(" | ");
              out.append(Confusion.rounded(errors.truePositiveRate())).append(" | ");
              out.append(Confusion.rounded(errors.falsePositiveRate())).append(" | ");
              out.append(corrected(errors)).append(" |\n");
            });
    return out.toString().stripTrailing();
  }

  private static String corrected(KnownErrors errors) {
    if (!AdjustedCount.tells(errors)) {
      return "cannot be told | ";
    }
    PrevalenceEstimate estimate = new AdjustedCount(errors).estimate(CALLED, COUNTED);
    return Confusion.rounded(estimate.prevalence())
        + " | "
        + Confusion.rounded(estimate.low())
        + " to "
        + Confusion.rounded(estimate.high());
  }

  /** How many gates of a kind hold; the kind is the name up to the comma. */
  private static String gates(GateReport report) {
    Map<String, List<Gate>> kinds =
        report.gates().stream()
            .collect(
                Collectors.groupingBy(
                    gate -> gate.name().replaceFirst(",.*", ""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder out = new StringBuilder("| gate | hold | of |\n|---|---:|---:|\n");
    kinds.forEach(
        (kind, gates) -> {
          long holding = gates.stream().filter(Gate::holds).count();
          out.append("| " + kind + " | " + holding + " | " + gates.size() + " |\n");
        });
    return out.toString().stripTrailing();
  }
}
