// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.normal.Normaliser;
import org.marsad.classifiers.train.LabelledFile;
import org.marsad.classifiers.train.LabelledText;

class FunctionalSuiteTest {
  private static final Path HOME = Path.of(System.getProperty("marsad.home", "."));
  private static final Path SETS = HOME.resolve("../shared/data/hostility");
  private static final Path WRITTEN =
      HOME.resolve("classifiers/src/main/resources/org/marsad/classifiers/train/written");
  private static final String HEADER = "class\texpect\ttarget\tsetting\ttext\n";

  @Test
  void everyLanguageHasEveryClass() {
    List<FunctionalSuite> suites = FunctionalSuite.shipped();

    assertThat(suites)
        .extracting(FunctionalSuite::language)
        .containsExactly("ary-Arab", "ary-Latn", "arb", "fr", "es", "en");
    Set<String> classes = classes(suites.get(0));
    assertThat(classes).hasSize(28);
    assertThat(suites).allSatisfy(suite -> assertThat(classes(suite)).isEqualTo(classes));
  }

  @Test
  void onlyTextsAboutNobodyHaveNoTarget() {
    assertThat(FunctionalSuite.shipped())
        .flatExtracting(FunctionalSuite::cases)
        .allSatisfy(
            test ->
                assertThat(test.target() == null)
                    .as(test.text())
                    .isEqualTo(test.expectation() == Expectation.NOT_RELEVANT));
  }

  @Test
  void aCaseIsRead() throws IOException {
    FunctionalSuite suite = read(HEADER + "slur\tHOSTILE\tSSA_BLACK\tonline\ta text\n");

    assertThat(suite)
        .isEqualTo(
            new FunctionalSuite(
                "fr",
                List.of(
                    new FunctionalCase(
                        "slur", Expectation.HOSTILE, Target.SSA_BLACK, "online", "a text"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class,text;|fr.tsv:1: the columns must be",
        "H;slur,HOSTILE,SSA_BLACK,a text|fr.tsv:2: not one value for each of",
        "H;slur,HOSTILE,SSA_BLACK,online, |fr.tsv:2: not one value for each of",
        "H;slur,KIND,SSA_BLACK,online,a|fr.tsv:2: KIND is none of [HOSTILE,",
        "H;slur,HOSTILE,NOBODY,online,a|fr.tsv:2: NOBODY is none of [SSA_BLACK,",
        "H;slur,HOSTILE,REFUGEE,online,a;slur,HOSTILE,REFUGEE,online,a|fr.tsv:3: the text stands",
        "H;|fr.tsv: no tests",
      })
  void faultsNameFileAndLine(String lines, String told) {
    String text = lines.replace("H;", HEADER).replace(',', '\t').replace(';', '\n');

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(told);
  }

  @Test
  void noTestIsAWrittenTrainingExample() throws IOException {
    assertThat(repeated(WRITTEN)).isEmpty();
  }

  @Test
  void noTestIsInAnyTrainingSet() throws IOException {
    assumeTrue(Files.isDirectory(SETS), "the training data are not here");
    assertThat(repeated(SETS)).isEmpty();
  }

  /** The texts under a folder that are a functional test but for spelling. */
  private static List<String> repeated(Path folder) throws IOException {
    Set<String> tests = new HashSet<>();
    for (FunctionalSuite suite : FunctionalSuite.shipped()) {
      suite.cases().forEach(test -> tests.add(Normaliser.normalise(test.text()).toString()));
    }
    List<String> repeated = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
        for (LabelledText text : LabelledFile.read(file)) {
          if (tests.contains(Normaliser.normalise(text.text()).toString())) {
            repeated.add(file.getFileName() + ": " + text.text());
          }
        }
      }
    }
    return repeated;
  }

  private static Set<String> classes(FunctionalSuite suite) {
    return suite.cases().stream()
        .map(FunctionalCase::functionalClass)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static FunctionalSuite read(String text) {
    return FunctionalSuite.read(text.lines().toList(), "fr");
  }
}
