// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexAddress;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.DocumentIds;
import org.marsad.model.Morocco;
import org.marsad.sources.catalogue.FormOptions;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.polling.PollingSource;
import org.marsad.sources.sitemap.SitemapArchive;
import org.marsad.sources.sitemap.SitemapEntry;
import org.marsad.sources.text.CanonicalUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an outlet's past into the index, by its sitemaps. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Fetches the articles of a period that an outlet's sitemaps list.",
    footer = {
      "",
      "What the index has already is not fetched again: after a stop, the same command goes on. The",
      "last line on standard output is the summary, as JSON, like that of ./marsad import.",
      "With --elasticsearch, --data names whose pseudonyms are used; a running Marsad may have it.",
      "",
      "Example: ./marsad backfill hespress --from 2026-01-01 --to 2026-02-01",
      "Example: ./marsad backfill https://outlet.example/sitemap.xml --from 2026-01-01 --max 500"
    })
final class BackfillCommand implements Callable<Integer> {
  private static final int MOST = 50_000;

  @Parameters(
      paramLabel = "OUTLET|URL",
      description = "An outlet of the catalogue that has a sitemap, or a sitemap's URL.")
  String target = "";

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
  LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day (default: today).")
  @Nullable LocalDate to;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "The most pages to fetch, up to 50000 (default: ${DEFAULT-VALUE}).")
  int max = 1_000;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings (default: k8s/base/pipeline/config/marsad.yaml).")
  @Nullable Path settings;

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description = "The catalogue of outlets (default: k8s/base/pipeline/config/outlets.yaml).")
  @Nullable Path outlets;

  @Mixin IndexOptions index = new IndexOptions();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    LocalDate today = LocalDate.now(Clock.system(Morocco.TIME));
    LocalDate last = to == null ? today : to;
    if (last.isBefore(from)) {
      throw new ParameterException(
          spec.commandLine(), "--from " + from + " lies after the last day, " + last);
    }
    if (max < 1 || max > MOST) {
      throw new ParameterException(spec.commandLine(), "--max must be from 1 to " + MOST);
    }
    Configuration read =
        Configuration.read(
            ShippedConfiguration.settingsOr(settings),
            ShippedConfiguration.outletsOr(outlets),
            ShippedConfiguration.networksOr(null));
    List<OutletFeed> sitemaps = BackfillTarget.sitemaps(target, read.catalogue());
    IndexAddress cluster = index.cluster();
    if (cluster != null) {
      index.sayWhere();
      try (LocalIndex local = LocalIndex.of(cluster)) {
        return run(read, sitemaps, last, local, SecretKey.PSEUDONYMS.in(index.data));
      }
    }
    try (DataDirectory data = index.openData();
        LocalIndex local = LocalIndex.open(index, data)) {
      return run(read, sitemaps, last, local, data.pseudonymKey());
    }
  }

  private int run(
      Configuration read,
      List<OutletFeed> sitemaps,
      LocalDate last,
      LocalIndex local,
      byte[] pseudonymKey)
      throws Exception {
    Instant started = Instant.now();
    Importing importing = new Importing(local, pseudonymKey);
    DocumentQueries queries = new DocumentQueries(local.connection());
    ImportSummary summary = ImportSummary.NOTHING;
    for (OutletFeed sitemap : sitemaps) {
      int left = (int) (max - summary.read());
      List<SitemapEntry> entries = left < 1 ? List.of() : pages(read, sitemap, last, left, queries);
      if (!entries.isEmpty()) {
        PollingSource source =
            PollingSource.ofItems(
                sitemap,
                entries.stream().map(SitemapEntry::item).toList(),
                PoliteClients.settings(read.settings().polling()),
                pseudonymKey);
        summary = summary.plus(importing.run(source));
      }
    }
    if (summary.rejected() > 0) {
      RejectionAccount.print(
          summary,
          queries.rejectionsSince(started),
          "the dashboard shows them on its page Rejections",
          Terminal.err());
    }
    Terminal.out().println(summary.toJson());
    return summary.rejected() == 0 ? ExitStatus.OK : ExitStatus.BAD_INPUT;
  }

  private List<SitemapEntry> pages(
      Configuration read, OutletFeed sitemap, LocalDate last, int left, DocumentQueries queries)
      throws Exception {
    Pattern pattern = FormOptions.linkPattern(sitemap);
    try (PoliteClient client = PoliteClients.of(read.settings().polling())) {
      SitemapArchive.Found found =
          new SitemapArchive(
                  client,
                  sitemap.minDelay() == null
                      ? read.settings().polling().minDelay()
                      : sitemap.minDelay(),
                  Clock.systemUTC(),
                  note -> Terminal.err().println("marsad: " + note))
              .walk(
                  sitemap.url(),
                  from.atStartOfDay(Morocco.TIME).toInstant(),
                  last.plusDays(1).atStartOfDay(Morocco.TIME).toInstant(),
                  left,
                  url -> pattern.matcher(url).find() && isNew(url, queries));
      Terminal.err()
          .println(
              sitemap.url()
                  + ": "
                  + found.entries().size()
                  + " pages to fetch, by "
                  + found.sitemaps()
                  + " sitemaps"
                  + (found.more() ? "; there are more: the same command again goes on" : ""));
      return found.entries();
    }
  }

  private static boolean isNew(String url, DocumentQueries queries) {
    String canonical = CanonicalUrl.of(url);
    return canonical != null && queries.document(DocumentIds.ofUrl(canonical)).isEmpty();
  }
}
