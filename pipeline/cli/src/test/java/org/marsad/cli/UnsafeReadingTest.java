// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is read from outside makes no object that it names itself, and runs nothing. */
@AnalyzeClasses(packages = "org.marsad", importOptions = ImportOption.DoNotIncludeTests.class)
class UnsafeReadingTest {
  @ArchTest
  static final ArchRule nothingIsDeserialised =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder|javax\\.script\\..*"
                  + "|com\\.esotericsoftware\\.kryo\\..*|org\\.apache\\.commons\\.lang3?"
                  + "\\.SerializationUtils|org\\.apache\\.flink\\.util\\.InstantiationUtil")
          .because("who writes the bytes would choose what is run");

  @ArchTest
  static final ArchRule jsonNamesNoClasses =
      noClasses()
          .should()
          .callMethodWhere(target(nameMatching("(activate|enable)DefaultTyping.*")))
          .because("who writes the JSON would choose the class");

  @ArchTest
  static final ArchRule yamlNamesNoClasses =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.yaml.snakeyaml.constructor.Constructor")
          .because("it makes the objects that tags name; SafeConstructor does not");

  @ArchTest
  static final ArchRule xmlIsParsedInOnePlace =
      noClasses()
          .that()
          .doNotHaveSimpleName("FeedXml")
          .and()
          .doNotHaveSimpleName("PlatformParser")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.xml\\.parsers\\..*|org\\.jdom2\\.input\\.SAXBuilder"
                  + "|javax\\.xml\\.transform\\..*Source|javax\\.xml\\.stream\\.XMLInputFactory")
          .because("there, entities and external files are shut off");

  @ArchTest
  static final ArchRule nothingIsStartedByAShell =
      noClasses()
          .should()
          .callMethod(Runtime.class, "exec", String.class)
          .because("a text from outside could become a command");
}
