// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the launcher builds, in a checkout whose compiler and Java only say that they were called.
 */
class LauncherTest {
  private static final String BUILD =
      """
      #!/bin/sh
      echo built >> builds
      mkdir -p pipeline/cli/target/classes module/target/classes
      echo content > library.jar
      printf '%s' "$PWD/module/target/classes:$PWD/library.jar" > pipeline/cli/target/launch/libraries
      echo '[INFO] Building Marsad classifiers 0.1.0-SNAPSHOT      [2/11]'
      """;

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void makeCheckout() throws IOException {
    home = Files.createDirectories(folder.resolve("check out"));
    for (String part : List.of(".mvn", "classifiers", "pipeline", "dashboards")) {
      Files.createDirectories(home.resolve(part));
    }
    Files.createFile(home.resolve("pom.xml"));
    script(home.resolve("mvnw"), BUILD);
    script(home.resolve("marsad"), Files.readString(LocalIndex.home().resolve("marsad")));
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    script(bin.resolve("java"), "#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n");
    script(bin.resolve("javac"), "#!/bin/sh\n");
  }

  @Test
  void buildsOnceAndAgainWhenAPartIsMissing() throws Exception {
    assertThat(start()).contains("The first build may download");
    assertThat(start()).doesNotContain("building");

    Files.delete(home.resolve("module/target/classes"));
    assertThat(start()).contains("what has changed or is missing");

    Files.write(home.resolve("library.jar"), new byte[0]);
    start();
    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(3);
  }

  @Test
  void namesAPartThatABuildDoesNotBring() throws Exception {
    script(home.resolve("mvnw"), BUILD + "rmdir module/target/classes\n");

    assertThat(start()).contains("module/target/classes is missing");
  }

  @Test
  void endsWithTheErrorsOfABuildThatFails() throws Exception {
    script(home.resolve("mvnw"), "#!/bin/sh\necho '[ERROR] a planted fault'\nexit 1\n");

    assertThat(start()).contains("a planted fault").contains("build.log");
  }

  private String start() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("marsad").toString(), "--version");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Path err = folder.resolve("err");
    builder.redirectError(err.toFile()).start().waitFor();
    return Files.readString(err);
  }

  private static void script(Path file, String content) throws IOException {
    Files.writeString(file, content);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
