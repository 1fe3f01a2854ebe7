// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.marsad.k8s.checks.Check;
import org.yaml.snakeyaml.error.YAMLException;

/** Every check finds what it is there for, and nothing else, when the real manifests are broken. */
class BrokenManifestsTest {
  @TestFactory
  Stream<DynamicTest> everyCheckFindsItsFaults() throws Exception {
    Rendering whole = Overlay.PRODUCTION.rendering();
    return Checks.all().stream().flatMap(check -> tests(check, whole));
  }

  @TestFactory
  Stream<DynamicTest> theSchemasFindTheirs() throws Exception {
    Rendering whole = Overlay.PRODUCTION.rendering();
    assumeTrue(Schemas.arePresent(), Schemas.MISSING);
    return tests(Schemas.shared(), whole);
  }

  private static Stream<DynamicTest> tests(Check check, Rendering whole) {
    String name = check.getClass().getSimpleName();
    List<Breakage> cases =
        Yaml.documents(resource(name + ".yaml")).stream()
            .flatMap(Pod::elements)
            .map(Breakage::of)
            .toList();
    assertThat(cases).as("fixtures of " + name).isNotEmpty();
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    name + ": " + one,
                    () ->
                        assertThat(check.faults(one.in(whole)))
                            .isNotEmpty()
                            .containsExactlyInAnyOrderElementsOf(one.faults())));
  }

  @Test
  void aKeyThatStandsTwiceIsAFault() {
    assertThatThrownBy(() -> Yaml.documents(resource("duplicate-key.yaml")))
        .isInstanceOf(YAMLException.class)
        .hasMessageContaining("found duplicate key replicas");
  }

  private static String resource(String name) {
    try (InputStream file = BrokenManifestsTest.class.getResourceAsStream("broken/" + name)) {
      if (file == null) {
        throw new AssertionError("there are no fixtures broken/" + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
