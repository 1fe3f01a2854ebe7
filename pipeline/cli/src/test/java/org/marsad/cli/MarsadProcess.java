// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.model.Json;

/** Marsad as a program of its own, as the launcher starts it, so that a test can kill it. */
final class MarsadProcess implements AutoCloseable {
  private static final Pattern ELASTICSEARCH = Pattern.compile("Elasticsearch  (http\\S+)");

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Process process;
  private final Path out;
  private final Path err;

  private MarsadProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static MarsadProcess start(Path folder, String... arguments) throws IOException {
    return startReading(folder, Path.of("/dev/null"), arguments);
  }

  /** A job of a cluster, which begins with another class. */
  static MarsadProcess startClusterJob(Path folder, String... arguments) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    return start(folder, builderOf(ClusterJob.class, arguments), Path.of("/dev/null"), out);
  }

  static MarsadProcess startReading(Path folder, Path in, String... arguments) throws IOException {
    return startWriting(folder, in, Files.createTempFile(folder, "out", ".txt"), arguments);
  }

  static MarsadProcess startWriting(Path folder, Path in, Path out, String... arguments)
      throws IOException {
    return start(folder, builder(arguments), in, out);
  }

  private static MarsadProcess start(Path folder, ProcessBuilder builder, Path in, Path out)
      throws IOException {
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new MarsadProcess(process, out, err);
  }

  /**
   * As if what lies in a folder had been built in.
   *
   * @param classes in front of the class path
   */
  static MarsadProcess startOver(Path classes, Path folder, String... arguments)
      throws IOException {
    ProcessBuilder builder = builder(arguments);
    builder
        .command()
        .replaceAll(
            argument ->
                argument.equals(CLASS_PATH) ? classes + File.pathSeparator + argument : argument);
    Path out = Files.createTempFile(folder, "out", ".txt");
    return start(folder, builder, Path.of("/dev/null"), out);
  }

  /**
   * As on a disk with room for small files only: a larger one fails as soon as it is so large.
   *
   * @param kilobytes that a file may have
   */
  static MarsadProcess startCramped(int kilobytes, Path folder, String... arguments)
      throws IOException {
    ProcessBuilder builder = builder(arguments);
    builder
        .command()
        .addAll(0, List.of("bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "bash"));
    Path out = Files.createTempFile(folder, "out", ".txt");
    return start(folder, builder, Path.of("/dev/null"), out);
  }

  static ProcessBuilder builder(String... arguments) {
    return builderOf(Marsad.class, arguments);
  }

  private static ProcessBuilder builderOf(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("-XX:+UseParallelGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-Dmarsad.home=" + System.getProperty("marsad.home"));
    command.add("-cp");
    command.add(CLASS_PATH);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C or a service manager does. */
  void terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("did not stop within a minute of SIGTERM:\n" + err());
    }
  }

  int awaitExit(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("did not end within " + limit + ":\n" + err());
    }
    return process.exitValue();
  }

  /** Waits for something that the program brings about, and fails early if it ends before. */
  void await(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new AssertionError("ended before " + what + ":\n" + out() + err());
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + " within " + limit + ":\n" + out() + err());
      }
      Thread.sleep(100);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  String lastLine() {
    List<String> lines = out().lines().toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  /** What its Elasticsearch holds; 0 while that is not up. */
  long indexedSoFar() {
    Matcher url = ELASTICSEARCH.matcher(err());
    if (!url.find()) {
      return 0;
    }
    try {
      String answer = get(url.group(1) + "/marsad-documents/_count");
      return Json.MAPPER.readTree(answer).path("count").asLong();
    } catch (IOException notYet) {
      return 0;
    }
  }

  static String get(String url) throws IOException {
    try (InputStream in = URI.create(url).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
