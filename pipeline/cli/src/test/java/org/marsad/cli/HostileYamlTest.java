// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.alerts.rule.RuleFile;
import org.marsad.job.settings.Settings;
import org.marsad.sources.archive.Profile;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.NetworkCatalogue;

/** Files that somebody else may have written make no object, fill no memory and end no program. */
class HostileYamlTest {
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  @TempDir Path folder;

  /** Reads a file of one kind. */
  private interface Reader {
    Object read(Path file) throws Exception;
  }

  static Stream<Arguments> files() {
    Stream<Arguments> readers =
        Stream.of(
            Arguments.of("settings", (Reader) Settings::read, "polling"),
            Arguments.of("outlets", (Reader) Catalogue::read, "outlets"),
            Arguments.of("networks", (Reader) NetworkCatalogue::read, "networks"),
            Arguments.of("rules", (Reader) RuleFile::read, "rules"),
            Arguments.of("profile", (Reader) file -> Profile.of(file.toString()), "fields"));
    return readers.flatMap(
        one ->
            Stream.of(
                    "!!" + Planted.class.getName() + " [x]",
                    "!!javax.script.ScriptEngineManager []",
                    laughing(),
                    "[".repeat(100_000))
                .map(
                    value ->
                        Arguments.of(one.get()[0], one.get()[1], one.get()[2] + ": " + value)));
  }

  /** Each list ten times the one before, so that the last has ten thousand million elements. */
  private static String laughing() {
    return IntStream.rangeClosed(1, 10)
        .mapToObj(
            level ->
                "&l%d [%s]"
                    .formatted(level, ("*l" + (level - 1) + ",").repeat(9) + "*l" + (level - 1)))
        .collect(Collectors.joining(", ", "[&l0 [ha], ", "]"));
  }

  /** What a tag must not make. */
  public static final class Planted {
    private static volatile boolean isMade;

    public Planted(String any) {
      isMade = !any.isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isAFaultOfTheFile(String what, Reader reader, String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("hostile.yaml"), yaml);
    Throwable thrown =
        assertTimeoutPreemptively(AT_MOST, () -> catchThrowable(() -> reader.read(file)));
    assertThat(thrown).as(what).isInstanceOf(RuntimeException.class).message().isNotBlank();
    assertThat(Faults.isMendable(thrown) || thrown instanceof IllegalArgumentException)
        .as(thrown.toString())
        .isTrue();
    assertThat(Planted.isMade).isFalse();
  }
}
