// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
      "One JSON line a page: {\"id\",\"url\",\"change\",\"fields\",\"file\",\"record\"}; change is same,",
      "changed, new, gone (the index has it, today nothing is found), no-article or erased. The last",
      "line is the summary. Nothing is written without --write; that indexes the new ones and those",
      "whose title or text has changed, these as a new version.",
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

  private final Map<Replay.Change, Integer> counts = new EnumMap<>(Replay.Change.class);
  private int written;
  private boolean allRead = true;

  /** What is told of one page. */
  private record Line(
      @Nullable String id,
      @Nullable String url,
      String change,
      @Nullable List<String> fields,
      String file,
      @Nullable String record) {}

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
    AlertSession.print(summary());
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
    try (WarcCaptures captures = WarcCaptures.open(file)) {
      for (RawDocument page = captures.next(); page != null; page = captures.next()) {
        Replay.Result result = replay.of(page);
        print(result, file, page);
        counts.merge(result.change(), 1, Integer::sum);
        if (write && result.current()) {
          write(result, writer);
        }
      }
      if (captures.isTorn()) {
        // As after a crash: what is before is whole.
        Terminal.err().println("marsad: " + file + " ends in the middle of a record");
      }
    } catch (IOException e) {
      allRead = false;
      Terminal.err().println("marsad: " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static void print(Replay.Result result, Path file, RawDocument page) {
    AlertSession.print(
        new Line(
            result.id(),
            result.url(),
            name(result.change()),
            result.fields().isEmpty() ? null : result.fields(),
            String.valueOf(file.getFileName()),
            page.provenance() == null ? null : page.provenance().recordId()));
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
      written++;
    }
  }

  private Map<String, Integer> summary() {
    Map<String, Integer> summary = new LinkedHashMap<>();
    for (Replay.Change change : Replay.Change.values()) {
      summary.put(name(change), counts.getOrDefault(change, 0));
    }
    summary.put("written", written);
    return summary;
  }

  private static String name(Replay.Change change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
