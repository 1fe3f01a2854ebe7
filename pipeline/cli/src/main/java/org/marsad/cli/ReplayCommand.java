// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.index.BulkWriter;
import org.marsad.index.IndexEntry;
import org.marsad.index.WriteOutcome;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Document;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.warc.WarcCaptures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the archive's pages again as today's Marsad reads them. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Reads archived pages again, and tells what would be another in the index.",
    footer = {
      "",
      "One JSON line a page: {\"id\",\"url\",\"change\",\"fields\",\"file\",\"record\"}; change is"
          + " same,",
      "changed, new, gone (the index has it, today nothing is found), no-article, erased or"
          + " unreadable",
      "(with a reason and a message). The last line is the summary. Nothing is written without",
      "--write; that indexes the new ones and those whose title or text has changed, these as a"
          + " new",
      "version. Web archives of others are read too.",
      "",
      "Example: ./marsad replay data/archive | grep '\"change\":\"changed\"'"
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "WARC",
      description = "Web archive files (.gz too), or folders of them.")
  List<Path> inputs = List.of();

  @Option(names = "--write", description = "Index what is new and what has changed.")
  boolean write;

  @Mixin IndexOptions index = new IndexOptions();

  private final ReplayAccount account = new ReplayAccount();
  private boolean allRead = true;

  @Override
  public Integer call() throws IOException {
    List<Path> files = files();
    try (IndexSession session = IndexSession.open(index)) {
      Replay replay =
          new Replay(
              new DocumentExtractor(new ArticleExtractor()),
              new DocumentQueries(session.connection()));
      BulkWriter writer = new BulkWriter(session.connection());
      for (Path file : files) {
        replay(file, replay, writer);
      }
      session.connection().refresh();
    }
    JsonLine.print(account.summary());
    return allRead ? ExitStatus.OK : ExitStatus.BAD_INPUT;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        try (Stream<Path> within = Files.walk(input)) {
          within.filter(ReplayCommand::isArchive).sorted().forEach(files::add);
        }
      } else if (Files.isRegularFile(input)) {
        files.add(input);
      } else {
        throw new Remedy(input + " does not exist; give web archive files or their folder");
      }
    }
    return files;
  }

  private static boolean isArchive(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.warc(\\.gz)?");
  }

  private void replay(Path file, Replay replay, BulkWriter writer) {
    String name = String.valueOf(file.getFileName());
    try (WarcCaptures captures = WarcCaptures.open(file, page -> account.add(page, name))) {
      for (RawDocument page = captures.next(); page != null; page = captures.next()) {
        Replay.Result result = replay.of(page);
        account.add(result, page, name);
        if (write && result.current()) {
          write(result, writer);
        }
      }
      if (!captures.isWebArchive()) {
        allRead = false;
        Terminal.err().println("marsad: " + file + " is no web archive, or its start is lost");
      } else if (captures.isTorn()) {
        // As after a crash: what is before is whole.
        Terminal.err().println("marsad: " + file + " ends in the middle of a record");
      }
    } catch (IOException e) {
      allRead = false;
      Terminal.err().println("marsad: " + file + " cannot be read: " + e.getMessage());
    }
  }

  private void write(Replay.Result result, BulkWriter writer) {
    Document document = result.document();
    boolean other =
        result.change() == Replay.Change.NEW || result.change() == Replay.Change.CHANGED;
    if (document == null || !other) {
      return;
    }
    Submission submission =
        new Submission(document.text(), document.title(), TextKind.valueOf(document.kind().name()));
    Document judged = document.withAssessment(Classifiers.shipped().assess(submission));
    WriteOutcome.Kind outcome = writer.write(List.of(IndexEntry.of(judged))).get(0).kind();
    if (outcome == WriteOutcome.Kind.INDEXED || outcome == WriteOutcome.Kind.UPDATED) {
      account.addWritten();
    }
  }
}
