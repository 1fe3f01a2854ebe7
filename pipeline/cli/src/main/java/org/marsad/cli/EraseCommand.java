// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.Console;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.ErasedDocument;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.DocumentKind;
import org.marsad.model.Morocco;
import org.marsad.model.Pseudonyms;
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
      "Example: ./marsad erase --url https://outlet.example/article",
      "Example: ./marsad erase --account bluesky:did:plc:example",
      "Example: ./marsad erase --before 2025-01-01 --kind comment --yes"
    })
final class EraseCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  Selection selection = new Selection();

  /** Exactly one of them. */
  static final class Selection {
    @Option(names = "--id", paramLabel = "ID", description = "This document.")
    @Nullable String id;

    @Option(
        names = "--url",
        paramLabel = "URL",
        converter = HttpUrl.Page.class,
        description = "The document at this address.")
    @Nullable String url;

    @Option(
        names = "--author",
        paramLabel = "PSEUDONYM",
        description = "All documents of this author.")
    @Nullable String author;

    @Option(
        names = "--account",
        paramLabel = "SOURCE:ACCOUNT",
        description =
            "All documents of this account, by the lasting identifier that its network gives it"
                + " (a number or a DID, not the handle); of a reader, by the name as signed.")
    @Nullable String account;

    @Option(
        names = "--source",
        paramLabel = "ID",
        description = "All documents of this outlet, network or import.")
    @Nullable String source;

    @Option(
        names = "--before",
        paramLabel = "DATE",
        description = "All that was published, or else captured, before this day in Morocco.")
    @Nullable LocalDate before;
  }

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

  @Option(names = "--yes", description = "Do not ask for confirmation.")
  boolean yes;

  @Mixin ArchiveOptions archive = new ArchiveOptions();

  @Mixin IndexOptions index = new IndexOptions();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    checkUsage();
    try (IndexSession session = IndexSession.open(index)) {
      session.connection().refresh();
      List<ErasedDocument> documents =
          find(
              new DocumentsToErase(session.connection()),
              new DocumentQueries(session.connection()),
              new Pseudonyms(session.pseudonymKey()));
      long held = documents.stream().filter(ErasedDocument::wasThere).count();
      Terminal.err().println("Documents      " + held + " in the index, " + reason);
      if (documents.isEmpty()) {
        Terminal.err().println("There is nothing to erase.");
        return ExitStatus.OK;
      }
      if (!yes && !confirmed()) {
        Terminal.err().println("Nothing was erased.");
        return ExitStatus.OK;
      }
      Erasing erasing =
          new Erasing(session.connection(), archive.folder(index), index.data, Clock.systemUTC());
      JsonLine.print(erasing.erase(documents, reason));
      return ExitStatus.OK;
    }
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

  private List<ErasedDocument> find(
      DocumentsToErase documents, DocumentQueries queries, Pseudonyms pseudonyms) {
    if (selection.id != null) {
      return documents.read(List.of(selection.id));
    }
    if (selection.url != null) {
      return documents.read(NamedDocuments.idsAt(selection.url, queries));
    }
    if (selection.author != null) {
      return documents.byAuthors(Set.of(selection.author));
    }
    if (selection.account != null) {
      int colon = selection.account.indexOf(':');
      String source = selection.account.substring(0, colon);
      String account = selection.account.substring(colon + 1);
      return documents.byAuthors(Set.of(pseudonyms.of(source, account)));
    }
    if (selection.source != null) {
      return documents.ofSource(selection.source);
    }
    LocalDate day = Objects.requireNonNull(selection.before);
    return documents.before(day.atStartOfDay(Morocco.TIME).toInstant(), kind);
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
