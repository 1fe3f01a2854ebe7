// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Json;
import org.marsad.model.Morocco;
import org.marsad.model.Rejection;
import org.marsad.sources.discovery.SitemapArchive;
import org.marsad.sources.http.FailureKind;
import org.marsad.sources.polling.PollingSource;
import org.marsad.sources.sitemap.SitemapEntry;
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
      "Of an outlet, the sitemaps of the catalogue and those that its robots.txt names are read. Days",
      "are Morocco's; a page counts by its publication where the sitemap tells it, else by its last",
      "change. What the index has already is not fetched again: after a stop, the same command goes",
      "on. The last line on standard output is the summary, as JSON, like that of ./marsad import; of",
      "a dry run it is {\"pages\":…,\"sitemaps\":…,\"unreadSitemaps\":…,\"known\":…,\"askedBefore\":…,",
      "\"more\":…,\"seconds\":…}. The pages are kept in the archive, for ./marsad cite.",
      "Where a Marsad runs on the same --data, its index is used. With --elasticsearch, --data names",
      "whose pseudonyms and archive are used.",
      "",
      "Status 1: a page was rejected, or a sitemap could not be read; each is named.",
      "",
      "Example: ./marsad backfill hespress --from 2026-01-01 --to 2026-01-31 --dry-run",
      "Example: ./marsad backfill https://outlet.example/sitemap.xml --from 2026-01-01 --max 500"
    })
final class BackfillCommand implements Callable<Integer> {
  private static final int MOST = 50_000;

  /** As many as one query of the index gives. */
  private static final int MOST_REJECTIONS = 10_000;

  @Parameters(
      paramLabel = "OUTLET|URL",
      description = "An outlet of the catalogue, or a sitemap's URL.")
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
      names = "--dry-run",
      description = "Only say how many pages there are to fetch, and how long that takes.")
  boolean dryRun;

  @Option(
      names = "--again",
      description = "Also ask for pages that an earlier backfill asked for in vain.")
  boolean again;

  @Mixin SettingsFile settings = new SettingsFile();

  @Mixin CatalogueFile outlets = new CatalogueFile();

  @Mixin ArchiveOptions archive = new ArchiveOptions();

  @Mixin IndexOptions index = new IndexOptions();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SitemapArchive.Period period = period();
    if (max < 1 || max > MOST) {
      throw new ParameterException(spec.commandLine(), "--max must be from 1 to " + MOST);
    }
    Configuration read =
        Configuration.read(settings.path(), outlets.path(), ShippedConfiguration.networksOr(null));
    BackfillTarget wanted = BackfillTarget.of(target, read.catalogue());
    try (IndexSession session = IndexSession.open(index)) {
      if (session.isBesideAnother()) {
        Terminal.err()
            .println(
                "marsad: warning: the Marsad that runs meanwhile asks outlets at its own pace, so"
                    + " that this one's is asked twice as often; stop it first if the outlet minds.");
      }
      AskedPages asked = AskedPages.of(index.data);
      BackfillSearch search =
          new BackfillSearch(
              read.settings().polling(),
              new DocumentQueries(session.connection()),
              id -> !again && asked.contains(id),
              Clock.systemUTC());
      BackfillPlan plan = search.plan(wanted, period, max);
      if (plan.sitemaps() == 0) {
        throw new Remedy(
            "no sitemap of "
                + target
                + " can be read, as said above; ./marsad discover finds what a site has");
      }
      Terminal.err().println(wanted.outlet().outletId() + ": " + plan.inWords());
      if (dryRun) {
        Terminal.out().println(Json.MAPPER.writeValueAsString(plan.figures()));
        return plan.unread() == 0 ? ExitStatus.OK : ExitStatus.BAD_INPUT;
      }
      Instant started = Instant.now();
      ImportSummary summary = fetched(plan, wanted, read, session);
      asked.add(search.withoutDocument(toBeRetried(session, started)));
      int status = RejectionAccount.print(summary, started, session);
      return plan.unread() == 0 ? status : ExitStatus.BAD_INPUT;
    }
  }

  private SitemapArchive.Period period() {
    LocalDate last = to == null ? LocalDate.now(Clock.system(Morocco.TIME)) : to;
    if (last.isBefore(from)) {
      throw new ParameterException(
          spec.commandLine(), "--from " + from + " lies after the last day, " + last);
    }
    return new SitemapArchive.Period(
        from.atStartOfDay(Morocco.TIME).toInstant(),
        last.plusDays(1).atStartOfDay(Morocco.TIME).toInstant());
  }

  private ImportSummary fetched(
      BackfillPlan plan, BackfillTarget wanted, Configuration read, IndexSession session)
      throws Exception {
    if (plan.pages().isEmpty()) {
      return ImportSummary.NOTHING;
    }
    // The job asks with a client of its own, which does not know when the last sitemap came.
    Duration pause = Duration.between(Instant.now(), plan.notBefore());
    Thread.sleep(Math.max(0, pause.toMillis()));
    PollingSource source =
        PollingSource.ofItems(
            wanted.outlet(),
            plan.pages().stream().map(SitemapEntry::item).toList(),
            PoliteClients.settings(read.settings().polling()),
            session.pseudonymKey());
    return new Importing(session.index(), session.pseudonymKey())
        .run(source, ArchiveOptions.settings(archive.folder(index), read.settings().archive()));
  }

  /** The addresses that failed for a reason that may pass: a further run asks for them again. */
  private static Set<String> toBeRetried(IndexSession session, Instant since) {
    Set<String> passing =
        Stream.of(FailureKind.values())
            .filter(FailureKind::retryable)
            .map(FailureKind::reason)
            .collect(Collectors.toSet());
    return new DocumentQueries(session.connection())
        .rejections(MOST_REJECTIONS).stream()
            .filter(one -> !one.at().isBefore(since) && passing.contains(one.reason()))
            .map(Rejection::reference)
            .collect(Collectors.toSet());
  }
}
