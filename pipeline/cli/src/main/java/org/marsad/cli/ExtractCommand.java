// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.ExtractStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the articles in pages. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Extracts the article of each HTML page: one JSON line a page.",
    footer = {
      "",
      "A page without an article gives \"text\":\"\" and a reason. A file that cannot be read gives an",
      "error line, and the run ends with status 1.",
      "",
      "Example: ./marsad extract --url https://outlet.example/article page.html",
      "Example: ./marsad extract --jsonl < pages.jsonl     (lines of {\"id\",\"file\",\"url\"})"
    })
final class ExtractCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "FILE", description = "HTML files (.gz too).")
  List<Path> files = List.of();

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = HttpUrl.Page.class,
      description = "Where the page was found.")
  @Nullable String url;

  @Option(names = "--jsonl", description = "Read the list of pages from standard input.")
  boolean jsonl;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (jsonl == !files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "give either files or --jsonl with a list on standard input");
    }
    ExtractStream stream = new ExtractStream(new ArticleExtractor());
    boolean allWell =
        jsonl ? stream.jsonl(System.in, Terminal.out()) : stream.files(files, url, Terminal.out());
    return allWell ? ExitStatus.OK : ExitStatus.BAD_INPUT;
  }
}
