// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Provenance;
import org.marsad.sources.warc.RemovedFiles.Removal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells where a document comes from, and whether the archive still proves it. */
@Command(
    name = "cite",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Prints where a document comes from, and checks its page in the archive.",
    footer = {
      "",
      "The check opens the archive's record and computes the page's hash anew. It ends with status"
          + " 1",
      "where the page is missing, is no longer kept or is another one.",
      "",
      "Example: ./marsad cite https://outlet.example/article",
      "Example: ./marsad cite --versions --json 3f0a…"
    })
final class CiteCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID|URL", description = "The document.")
  String named = "";

  @Option(names = "--json", description = "Print one line of JSON.")
  boolean json;

  @Option(names = "--versions", description = "Show what changed from each text to the next.")
  boolean versions;

  @Mixin ArchiveOptions archive = new ArchiveOptions();

  @Mixin IndexOptions index = new IndexOptions();

  @Override
  public Integer call() throws IOException {
    try (IndexSession session = IndexSession.open(index)) {
      DocumentQueries queries = new DocumentQueries(session.connection());
      StoredDocument found = find(queries);
      Path folder = archive.folder(index);
      Provenance provenance = found.document().provenance();
      CaptureCheck check = CaptureCheck.of(provenance, folder);
      Instant removed =
          check == CaptureCheck.REMOVED
              ? CaptureCheck.removal(provenance, folder).map(Removal::at).orElse(null)
              : null;
      Citation citation = Citation.of(found, check, removed);
      if (versions) {
        List<StoredDocument> texts = new ArrayList<>(queries.history(found.document().id()));
        texts.add(found);
        citation = citation.withChanges(texts);
      }
      if (json) {
        JsonLine.print(citation);
      } else {
        print(citation, check);
      }
      return check.isGood() ? ExitStatus.OK : ExitStatus.BAD_INPUT;
    }
  }

  private StoredDocument find(DocumentQueries queries) {
    List<String> ids = NamedDocuments.ids(named, queries);
    for (String id : ids) {
      StoredDocument found = queries.document(id).orElse(null);
      if (found != null) {
        return found;
      }
    }
    throw ids.stream()
        .flatMap(id -> queries.tombstone(id).stream())
        .findFirst()
        .map(
            stone ->
                new Remedy(
                    "the document "
                        + stone.id()
                        + " was erased at "
                        + stone.erasedAt()
                        + " ("
                        + stone.reason()
                        + "); nothing of it is kept"))
        .orElseGet(
            () ->
                new Remedy(
                    "the index holds no document "
                        + named
                        + ": search for it on the dashboard, which shows each one's address"));
  }

  private static void print(Citation citation, CaptureCheck check) {
    line("Title", citation.title());
    line("Outlet", citation.outlet());
    line("Byline", citation.byline());
    line("URL", citation.url());
    line("Published", citation.published());
    line("Captured", citation.captured());
    line("Page SHA-256", citation.sha256());
    line("Text SHA-256", citation.contentHash());
    line("Archive file", citation.archiveFile());
    line("Record", citation.recordId());
    line("Robots", citation.robots());
    line("Versions", citation.versions());
    line("Id", citation.id());
    line("Check", check.inWords());
    line("Removed", citation.removed());
    if (citation.changes() != null) {
      citation.changes().forEach(CiteCommand::print);
    }
  }

  private static void print(Citation.Change change) {
    PrintStream out = Terminal.out();
    out.println();
    out.println("Version " + change.version() + ", captured " + change.captured());
    if (change.title() != null) {
      out.println("  Title: " + change.title());
    }
    out.println("  " + change.text());
  }

  private static void line(String name, @Nullable Object value) {
    if (value != null) {
      Terminal.out().println(name + " ".repeat(14 - name.length()) + value);
    }
  }
}
