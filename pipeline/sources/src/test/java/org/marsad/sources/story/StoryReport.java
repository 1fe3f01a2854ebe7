// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.marsad.model.Story;
import org.marsad.sources.story.StoryPair.Kind;
import org.marsad.sources.story.StoryText.Half;

/** How well stories are told, on the labelled pairs: the tables of STORIES.md. */
final class StoryReport {
  private static final String BEGIN = "<!-- begin: measured -->\n";
  private static final String END = "<!-- end: measured -->\n";

  private final List<StoryPair> pairs;

  StoryReport(List<StoryPair> pairs) {
    this.pairs = pairs;
  }

  /**
   * Writes the tables anew.
   *
   * @param arguments the path of STORIES.md
   */
  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[0]);
    String before = Files.readString(page);
    Files.writeString(
        page,
        before.substring(0, before.indexOf(BEGIN) + BEGIN.length())
            + new StoryReport(StoryPairs.all()).tables()
            + before.substring(before.indexOf(END)));
  }

  /** The tables as the page has them. */
  static String committed(Path page) throws IOException {
    String text = Files.readString(page);
    return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
  }

  /** The story of the later article of a pair, the earlier one having been seen. */
  static Story story(StoryPair pair) {
    try {
      StoryLinker linker = new StoryLinker(new MapMemory());
      linker.link(Fingerprint.of(pair.earlier()));
      return linker.link(Fingerprint.of(pair.later()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isLinked(StoryPair pair) {
    return story(pair).id().equals(pair.earlier().id());
  }

  static boolean isSameHash(StoryPair pair) {
    return pair.earlier().contentHash().equals(pair.later().contentHash());
  }

  static boolean isSameTitle(StoryPair pair) {
    String title = pair.earlier().title();
    return title != null && title.equals(pair.later().title());
  }

  /** Of what a method linked, how much is right, and how much of what is right it linked. */
  record Figures(long linked, long right, long same) {
    double precision() {
      return linked == 0 ? 1 : (double) right / linked;
    }

    double recall() {
      return (double) right / same;
    }
  }

  /** Figures over the pairs of one language, or over those of two. */
  Figures figures(Half half, boolean isTranslation, Predicate<StoryPair> method) {
    List<StoryPair> asked = pairs(half, isTranslation);
    List<StoryPair> linked = asked.stream().filter(method).toList();
    return new Figures(
        linked.size(),
        linked.stream().filter(pair -> pair.kind().isSame()).count(),
        asked.stream().filter(pair -> pair.kind().isSame()).count());
  }

  private List<StoryPair> pairs(Half half, boolean isTranslation) {
    return pairs.stream()
        .filter(pair -> pair.half() == half && pair.isTranslation() == isTranslation)
        .toList();
  }

  String tables() {
    StringBuilder page = new StringBuilder();
    page.append("\n| method | half | pairs | precision | recall |\n|---|---|---|---|---|\n");
    for (Half half : Half.values()) {
      method(page, half, false, "stories, one language", StoryReport::isLinked);
      method(page, half, false, "the same title", StoryReport::isSameTitle);
      method(page, half, false, "the same content hash", StoryReport::isSameHash);
      method(page, half, true, "stories, two languages", StoryReport::isLinked);
    }
    page.append("\n| pairs that tell | kind | development | test |\n|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      page.append("| ").append(kind.isSame() ? "one story" : "two stories").append(" | ");
      page.append(kind.words()).append(" |");
      for (Half half : Half.values()) {
        List<StoryPair> ofKind =
            pairs.stream().filter(pair -> pair.half() == half && pair.kind() == kind).toList();
        long linked = ofKind.stream().filter(StoryReport::isLinked).count();
        page.append(" %d of %d linked |".formatted(linked, ofKind.size()));
      }
      page.append('\n');
    }
    return page.append('\n').toString();
  }

  private void method(
      StringBuilder page,
      Half half,
      boolean isTranslation,
      String name,
      Predicate<StoryPair> method) {
    Figures figures = figures(half, isTranslation, method);
    page.append(
        "| %s | %s | %d | %s | %s |\n"
            .formatted(
                name,
                half.name().toLowerCase(Locale.ROOT),
                pairs(half, isTranslation).size(),
                percent(figures.precision()),
                percent(figures.recall())));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }
}
