// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.job.settings.Settings;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.discovery.Discovered;
import org.marsad.sources.discovery.FeedDiscovery;
import org.marsad.sources.http.PoliteClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds by what a site may be followed. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Finds the feeds, sitemaps and comments of a site, as lines for outlets.yaml.",
    footer = {
      "",
      "Asks for the page, its robots.txt, what these name, and the usual paths; each answer is told on",
      "standard error. Where nothing is found, the status is 1.",
      "",
      "Example: ./marsad discover https://outlet.example/ >> my-outlets.yaml"
    })
final class DiscoverCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "URL",
      converter = HttpUrl.Server.class,
      description = "The site's first page, or a section's.")
  URI site = URI.create("https://outlet.example/");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings (default: k8s/base/pipeline/config/marsad.yaml).")
  @Nullable Path settings;

  @Override
  public Integer call() throws Exception {
    Settings.Polling polling = Settings.read(ShippedConfiguration.settingsOr(settings)).polling();
    List<Discovered> found;
    try (PoliteClient client = PoliteClients.of(polling)) {
      found =
          new FeedDiscovery(
                  client,
                  polling.minDelay(),
                  Clock.systemUTC(),
                  note -> Terminal.err().println("  " + note))
              .of(site.getPath().isEmpty() ? site.resolve("/") : site);
    }
    if (found.isEmpty()) {
      Terminal.err()
          .println(
              "marsad: nothing to follow was found. Look at the site for a page that lists its"
                  + " articles, and give it in outlets.yaml with form: list and a selector.");
      return ExitStatus.BAD_INPUT;
    }
    print(found, Terminal.out());
    return ExitStatus.OK;
  }

  private static void print(List<Discovered> found, PrintStream out) {
    out.println("    feeds:");
    for (Discovered one : found) {
      out.println("      # " + one.items() + " items, newest " + newest(one));
      out.println("      - url: \"" + one.url() + "\"");
      if (one.form() != FeedForm.FEED) {
        out.println(
            "        form: " + one.form().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      if (one.form() == FeedForm.FEED && one.url().getPath().matches(".*/comments/(feed|rss).*")) {
        out.println("        content: comments");
      }
    }
  }

  private static String newest(Discovered one) {
    String language = one.language() == null ? "" : ", language " + one.language().strip();
    // The language comes from the page, and a comment in YAML ends with its line.
    return (one.newest() == null ? "of unknown date" : one.newest())
        + language.replaceAll("[^\\p{Alnum}, -]", "");
  }
}
