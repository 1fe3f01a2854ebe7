// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.marsad.index.EmbeddedNodeException.Reason;

/**
 * One run of the embedded node's program: started, ready on a port, ended. Its standard input is
 * the leash: when this JVM ends, however it ends, the pipe closes and the child ends.
 */
final class ChildProcess {
  /** It takes seconds; on a machine with ten times more work than processors, a minute. */
  private static final long READY_SECONDS = 300;

  private static final long STOP_SECONDS = 40;
  private static final int LAST_LINES = 15;

  private final Process process;
  private final int port;

  private ChildProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ChildProcess start(Path home, Path dataDirectory, int port) {
    Path data = dataDirectory.toAbsolutePath().normalize();
    Path logs = data.resolve("logs");
    try {
      Files.createDirectories(logs);
      Files.deleteIfExists(Files.createTempFile(data, "writable", null));
    } catch (IOException e) {
      throw new EmbeddedNodeException(
          Reason.DATA_UNWRITABLE,
          "cannot write to the data directory "
              + data
              + " ("
              + e
              + "): make it writable or choose another with --data");
    }
    Process process = launch(command(home, data, logs, port), logs);
    @Nullable String answer = firstLine(process, logs);
    if (answer != null && answer.startsWith("READY ")) {
      return new ChildProcess(process, Integer.parseInt(answer.substring(6).strip()));
    }
    process.destroyForcibly();
    throw failure(answer, data, logs, port);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Ends it in good order, and by force where that takes too long. */
  void stop() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().close();
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It is gone already, or force will end it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** Lets go of the leash, as the end of this JVM would. */
  void abandon() throws IOException {
    process.getOutputStream().close();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private static List<String> command(Path home, Path data, Path logs, int port) {
    Path target = home.resolve("pipeline/index/embedded-node/target");
    if (!Files.isDirectory(target.resolve("lib"))
        || !Files.isDirectory(target.resolve("classes"))) {
      throw new EmbeddedNodeException(
          Reason.NOT_BUILT,
          "the embedded Elasticsearch is not in "
              + target
              + ": build first, with ./mvnw package in the checkout's root");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(NodeSize.of(data).options());
    command.addAll(
        List.of(
            "-XX:MaxDirectMemorySize=256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dlog4j2.disable.jmx=true",
            "-Dio.netty.allocator.type=unpooled",
            "-Dmarsad.logs=" + logs,
            "-cp",
            target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
            "org.marsad.embedded.EmbeddedElasticsearch",
            data.toString(),
            Integer.toString(port)));
    return command;
  }

  private static Process launch(List<String> command, Path logs) {
    try {
      return new ProcessBuilder(command).redirectError(logs.resolve("stderr.log").toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.get(0), e);
    }
  }

  /** The line that the child says first, or null when it ended without a word. */
  private static @Nullable String firstLine(Process process, Path logs) {
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(READY_SECONDS, TimeUnit.SECONDS));
    try {
      String line = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (line == null && limit.isDone()) {
        throw new EmbeddedNodeException(
            Reason.TOO_SLOW,
            "Elasticsearch was not ready after " + READY_SECONDS + " s\n" + lastLines(logs));
      }
      return line;
    } catch (IOException e) {
      return null;
    } finally {
      limit.cancel(false);
    }
  }

  private static EmbeddedNodeException failure(
      @Nullable String answer, Path data, Path logs, int port) {
    String said = answer == null ? "" : answer;
    if (said.startsWith("FAILED data-locked")) {
      return new EmbeddedNodeException(
          Reason.DATA_LOCKED, "another marsad uses " + data + ": stop it or use another --data");
    }
    if (said.startsWith("FAILED port-in-use")) {
      return new EmbeddedNodeException(
          Reason.PORT_IN_USE,
          "port " + port + " is in use: stop what listens there or choose another port");
    }
    return new EmbeddedNodeException(
        Reason.DIED,
        "Elasticsearch ended before it was ready; the end of its logs in "
            + logs
            + ":\n"
            + said
            + lastLines(logs));
  }

  private static String lastLines(Path logs) {
    List<String> lines = new ArrayList<>();
    for (String file : List.of("elasticsearch.log", "stderr.log")) {
      try {
        List<String> all = Files.readAllLines(logs.resolve(file));
        lines.addAll(all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
      } catch (IOException e) {
        lines.add("(no " + file + ")");
      }
    }
    return String.join("\n", lines);
  }
}
