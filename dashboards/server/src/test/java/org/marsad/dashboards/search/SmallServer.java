// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.http.RateLimit;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.IndexConnection;

/** A dashboard in a program of its own with little memory, which ends where it has none left. */
final class SmallServer implements AutoCloseable {
  private final Process process;
  private final URI address;

  private SmallServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static SmallServer start(URI index, Path directory, int megabytes) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + megabytes + "m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallServer.class.getName(),
                    index.toString(),
                    directory.resolve("audit.jsonl").toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new SmallServer(
        process, URI.create(Objects.requireNonNull(said.readLine(), "it has not started")));
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Serves until its input ends, as it does with the program that started it. */
  public static void main(String[] arguments) throws IOException {
    DashboardSettings settings =
        new DashboardSettings("127.0.0.1", 0, Path.of(arguments[1])).with(RateLimit.NONE);
    try (IndexConnection connection = IndexConnection.open(URI.create(arguments[0]), null);
        DashboardServer server = SampleDashboard.start(connection, settings)) {
      System.out.println(server.address());
      while (System.in.read() >= 0) {
        // Nothing is said to it.
      }
    }
  }
}
