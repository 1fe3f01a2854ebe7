// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.Arrays;
import java.util.List;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.Script;
import org.marsad.classifiers.train.Confusion;

/** Scores by language and by script as a Markdown table. */
final class ScoreTable {
  private static final List<Script> SCRIPTS = List.of(Script.ARABIC, Script.LATIN);

  private ScoreTable() {}

  static String of(List<Judged> texts) {
    StringBuilder out = new StringBuilder();
    out.append("| | texts | hostile | HOSTILE precision | recall | F1 | relevance F1 |\n");
    out.append("|---|---:|---:|---:|---:|---:|---:|\n");
    Gates.byLanguage(texts).forEach((language, chosen) -> append(out, language, chosen));
    for (Script script : SCRIPTS) {
      List<Judged> chosen = texts.stream().filter(text -> script(text) == script).toList();
      append(out, script == Script.ARABIC ? "Arabic script" : "Latin script", chosen);
    }
    append(out, "all", texts);
    return out.toString().stripTrailing();
  }

  private static Script script(Judged text) {
    return Arrays.stream(Language.values())
        .filter(language -> language.code().equals(text.language()))
        .findFirst()
        .orElse(Language.UNDETERMINED)
        .script();
  }

  private static void append(StringBuilder out, String name, List<Judged> texts) {
    Confusion hostile = new Confusion();
    Confusion relevant = new Confusion();
    for (Judged text : texts) {
      hostile.add(text.calledHostile(), text.hostile());
      relevant.add(text.found().relevant(), text.relevant());
    }
    out.append("| ").append(name).append(" | ").append(texts.size()).append(" | ");
    out.append(texts.stream().filter(Judged::hostile).count());
    for (double figure :
        new double[] {hostile.precision(), hostile.recall(), hostile.f1(), relevant.f1()}) {
      out.append(" | ").append(Confusion.rounded(figure));
    }
    out.append(" |\n");
  }
}
