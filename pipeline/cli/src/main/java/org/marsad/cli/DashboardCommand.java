// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.Channels;
import org.marsad.dashboards.DashboardServer;
import org.marsad.index.IndexAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the dashboard alone: the jobs that fill its index run in a Flink cluster. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Serves the dashboard alone, over an index that jobs in a cluster fill.",
    footer = {
      "",
      "The data directory holds the audit log and the keys. Run one over an index: pauses after",
      "failed logins, limits and the audit log are one server's.",
      "",
      "Example: ./marsad dashboard --elasticsearch https://search.example.org:9200 \\",
      "           --api-key-file key --flink http://flink.example.org:8081"
    })
final class DashboardCommand implements Callable<Integer> {
  @Mixin SettingsFile settings = new SettingsFile();

  @Mixin CatalogueFile outlets = new CatalogueFile();

  @Mixin NetworksFile networks = new NetworksFile();

  @Mixin IndexOptions index = new IndexOptions();

  @Option(
      names = "--port",
      converter = Port.class,
      description = "The dashboard's port (default: as the settings say, 8080).")
  @Nullable Integer port;

  @Option(
      names = "--flink",
      paramLabel = "URL",
      required = true,
      converter = HttpUrl.Server.class,
      description = "Where the Flink of the main job answers: the dashboard tells its state.")
  URI flink = URI.create("http://127.0.0.1:8081");

  @Override
  public Integer call() throws Exception {
    Configuration read = Configuration.read(settings.path(), outlets.path(), networks.path());
    IndexAddress cluster = index.cluster();
    if (cluster == null) {
      throw new Remedy(
          "--elasticsearch is missing: which index? For one on this computer use ./marsad run.");
    }
    try (DataDirectory data = index.openData();
        Channels channels = AlertWiring.channels(read.settings().alerts(), data.alertTokens());
        LocalIndex opened = LocalIndex.of(cluster);
        DashboardServer server =
            DashboardWiring.serve(
                data, opened.connection(), read, port, channels, new FlinkJobStatus(flink)::read)) {
      Terminal.err().println("Dashboard      " + server.address());
      return Session.hold(new CompletableFuture<>(), server, opened, channels, data);
    }
  }
}
