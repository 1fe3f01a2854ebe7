// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.Console;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Request;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.ErasedDocument;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.retention.RetentionRun;
import org.marsad.job.settings.Settings;
import org.marsad.model.DocumentKind;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RetentionPeriods;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Forgets documents for good. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Erases documents from the index and the archive, and keeps them out for good.",
    footer = {
      "",
      "Former texts, excerpts in alerts, rejections that name the document and its pages in the",
      "archive go along. What remains is the id, the time and the reason, and of an article a hash"
          + " of",
      "its text, so that it does not come back under another address; erasures.jsonl in the data",
      "directory notes each erasure, with hashes alone. Also works while Marsad runs.",
      "",
      "What is --expired leaves its figures behind, so that trends do not change, and is noted in",
      "the record that ./marsad audit shows.",
      "",
      "Example: ./marsad erase --url https://outlet.example/article",
      "Example: ./marsad erase --account bluesky:did:plc:example",
      "Example: ./marsad erase --before 2025-01-01 --kind comment --yes",
      "Example: ./marsad erase --recorded-in ./data.broken --data ./restored",
      "Example: ./marsad erase --expired --dry-run"
    })
final class EraseCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  EraseSelection selection = new EraseSelection();

  @Option(
      names = "--kind",
      description = "With --before: ${COMPLETION-CANDIDATES} alone (default: all kinds).")
  @Nullable DocumentKind kind;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Lower-case words with hyphens, kept with the id (default: ${DEFAULT-VALUE}).",
      defaultValue = "on-request")
  String reason = "on-request";

  @Option(names = "--dry-run", description = "Only say how many documents that is.")
  boolean dryRun;

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  boolean yes;

  @Mixin SettingsFile settings = new SettingsFile();

  @Mixin ArchiveOptions archive = new ArchiveOptions();

  @Mixin IndexOptions index = new IndexOptions();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    checkUsage();
    RetentionPeriods periods = selection.expired ? periods() : RetentionPeriods.NONE;
    try (IndexSession session = IndexSession.open(index)) {
      if (selection.expired) {
        return eraseExpired(session, periods);
      }
      session.connection().refresh();
      if (selection.recordedIn != null) {
        return eraseAgain(session, RecordedErasures.in(selection.recordedIn));
      }
      List<ErasedDocument> documents =
          selection.find(
              new DocumentsToErase(session.connection()),
              new DocumentQueries(session.connection()),
              new Pseudonyms(session.pseudonymKey().bytes()),
              kind);
      long held = documents.stream().filter(ErasedDocument::wasThere).count();
      Terminal.err().println("Documents      " + held + " in the index, " + reason);
      if (documents.isEmpty()) {
        Terminal.err().println("There is nothing to erase.");
        return ExitStatus.OK;
      }
      if (!isWanted()) {
        return ExitStatus.OK;
      }
      Erasing erasing =
          new Erasing(session.connection(), archive.folder(index), index.data, Clock.systemUTC());
      JsonLine.print(erasing.erase(documents, reason));
      return ExitStatus.OK;
    }
  }

  private int eraseExpired(IndexSession session, RetentionPeriods periods) throws IOException {
    Retaining retaining =
        new Retaining(
            session.connection(),
            new Pseudonyms(session.pseudonymKey().bytes()),
            archive.folder(index),
            new AuditLog(DataDirectory.auditLog(index.data), Clock.systemUTC()),
            periods,
            Clock.systemUTC());
    RetentionRun due = retaining.due();
    Terminal.err().println("Documents      " + due.documents() + " are due");
    Terminal.err().println("Rejections     " + due.rejections());
    Terminal.err().println("Archive files  " + due.archiveFiles());
    if (isWanted()) {
      JsonLine.print(retaining.carryOut(Request.LOCAL, due));
    }
    return ExitStatus.OK;
  }

  private int eraseAgain(IndexSession session, RecordedErasures recorded) throws IOException {
    ErasingAgain erasing =
        new ErasingAgain(
            session.connection(), archive.folder(index), index.data, Clock.systemUTC());
    Terminal.err()
        .println(
            "Documents      " + erasing.held(recorded).size() + " in the index, erased before");
    if (isWanted()) {
      JsonLine.print(Map.of("documents", erasing.erase(recorded)));
    }
    return ExitStatus.OK;
  }

  private RetentionPeriods periods() {
    RetentionPeriods periods = Settings.read(settings.path()).dashboard().retention();
    if (periods.isEmpty()) {
      throw new Remedy(
          "no time is recorded for which texts are kept: write dashboard.retention-days into "
              + settings.path());
    }
    return periods;
  }

  private boolean isWanted() {
    boolean isWanted = !dryRun && (yes || confirmed());
    if (!isWanted) {
      Terminal.err().println("Nothing was erased.");
    }
    return isWanted;
  }

  private void checkUsage() {
    if (kind != null && selection.before == null) {
      throw new ParameterException(spec.commandLine(), "--kind goes with --before alone");
    }
    if (selection.account != null && !selection.account.matches("[^:]+:.+")) {
      throw new ParameterException(
          spec.commandLine(),
          "--account must name the source and the account, say bluesky:did:plc:example");
    }
    if (!reason.matches("[a-z0-9]+(-[a-z0-9]+){0,7}")) {
      throw new ParameterException(
          spec.commandLine(), "--reason must be lower-case words with hyphens, say on-request");
    }
  }

  private static boolean confirmed() {
    Console console = System.console();
    if (console == null) {
      throw new Remedy("nobody is there to confirm: give --yes if you are sure");
    }
    String answer = console.readLine("Erase for good? This cannot be undone. Type yes: ");
    return answer != null && answer.strip().equalsIgnoreCase("yes");
  }
}
