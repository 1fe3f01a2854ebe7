// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The directions in which the parts of the house may know each other. */
@AnalyzeClasses(packages = "org.marsad", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {

  @ArchTest
  static final ArchRule partsKnowOnlyWhatIsBelowThem =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.marsad..")
          .layer("command line")
          .definedBy("org.marsad.cli..")
          .layer("dashboards")
          .definedBy("org.marsad.dashboards..")
          .layer("job")
          .definedBy("org.marsad.job..")
          .layer("demo")
          .definedBy("org.marsad.demo..")
          .layer("sources")
          .definedBy("org.marsad.sources..")
          .layer("index")
          .definedBy("org.marsad.index..")
          .layer("alerts")
          .definedBy("org.marsad.alerts..")
          .layer("model")
          .definedBy("org.marsad.model..")
          .layer("classifiers")
          .definedBy("org.marsad.classifiers..")
          .whereLayer("command line")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("dashboards")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("demo")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("sources")
          .mayOnlyBeAccessedByLayers("job", "command line")
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers("job", "dashboards", "command line")
          .whereLayer("alerts")
          .mayOnlyBeAccessedByLayers("index", "job", "dashboards", "command line")
          .because("a page must be replaceable without touching the job, and the job without it");

  @ArchTest
  static final ArchRule theModelIsPlain =
      classes()
          .that()
          .resideInAPackage("org.marsad.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.marsad.model..",
              "org.marsad.classifiers..",
              "java..",
              "javax.crypto..",
              "com.fasterxml.jackson..",
              "org.jspecify..")
          .because("every part depends on the model, so it must not bring a framework along");

  @ArchTest
  static final ArchRule theDetectorIsPure =
      classes()
          .that()
          .resideInAPackage("org.marsad.alerts.detect..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.marsad.alerts.detect..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "org.apache.commons..",
              "org.ejml..",
              "org.jspecify..")
          .because("the same counts must give the same alarm in the job, on a page and in a file");

  @ArchTest
  static final ArchRule flinkStaysInTheJobAndItsSources =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.marsad.job..", "org.marsad.sources.polling..", "org.marsad.sources.archive..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..")
          .because("extraction, feeds, the index and the pages must be usable without Flink");

  @ArchTest
  static final ArchRule coreNlpStaysInTheClassifiers =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.marsad.classifiers..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edu.stanford.nlp..")
          .because("an annotator can be replaced only if nobody else knows it");

  @ArchTest
  static final ArchRule elasticStaysInTheIndex =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.marsad.index..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("co.elastic..")
          .because("query and document formats of the index are defined in one module");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      SlicesRuleDefinition.slices()
          .matching("org.marsad.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages that need each other are one package");
}
