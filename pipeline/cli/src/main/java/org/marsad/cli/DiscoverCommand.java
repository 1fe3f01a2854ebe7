// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.marsad.job.settings.Settings;
import org.marsad.sources.discovery.Discovery;
import org.marsad.sources.discovery.FeedDiscovery;
import org.marsad.sources.discovery.SiteVisit;
import org.marsad.sources.http.PoliteClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds by what a site may be followed. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Finds the feeds, sitemaps and comments of a site, as an entry of outlets.yaml.",
    footer = {
      "",
      "Asks for the page, its robots.txt, what these name, and the usual paths; each answer is told on",
      "standard error. Where nothing is found, the status is 1; where the site cannot be asked, 3.",
      "Some of what is printed may be the same articles in other forms: keep what you need.",
      "",
      "Example: ./marsad discover https://outlet.example/ >> my-outlets.yaml"
    })
final class DiscoverCommand implements Callable<Integer> {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  @Parameters(
      paramLabel = "URL",
      converter = HttpUrl.Site.class,
      description = "The site's first page, or a section's.")
  URI site = URI.create("https://outlet.example/");

  @Mixin SettingsFile settings = new SettingsFile();

  @Override
  public Integer call() throws Exception {
    Settings.Polling polling = Settings.read(settings.path()).polling();
    URI start = site.getPath().isEmpty() ? site.resolve("/") : site;
    Discovery discovery;
    try (PoliteClient client = PoliteClients.of(polling)) {
      discovery =
          new FeedDiscovery(
                  new SiteVisit(
                      client,
                      polling.minDelay(),
                      LONGEST_PAUSE,
                      Clock.systemUTC(),
                      note -> Terminal.err().println("  " + note)))
              .of(start);
    }
    if (!discovery.answered()) {
      throw new Remedy(
          start + " cannot be asked, as said above, and so nothing else of the site was");
    }
    if (discovery.found().isEmpty()) {
      Terminal.err()
          .println(
              "marsad: nothing to follow was found. Look at the site for a page that lists its"
                  + " articles, and give it in outlets.yaml with form: list and a selector.");
      return ExitStatus.BAD_INPUT;
    }
    OutletLines.print(start, discovery, Terminal.out());
    return ExitStatus.OK;
  }
}
