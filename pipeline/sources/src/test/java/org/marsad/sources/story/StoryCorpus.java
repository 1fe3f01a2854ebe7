// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marsad.model.Document;
import org.marsad.model.Json;
import org.marsad.model.Story;

/**
 * Tells the stories of real articles, to be looked at: how many copies are found, how many of those
 * that a comparison of each with each finds, and how long it takes.
 */
final class StoryCorpus {
  private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
  private static final int SHOWN = 160;
  private static final double UNLIKE = 0.1;

  private StoryCorpus() {}

  /**
   * @param arguments files of JSON lines with a text and perhaps a title
   */
  public static void main(String[] arguments) throws IOException {
    List<Document> articles = new ArrayList<>();
    for (String file : arguments) {
      for (String line : Files.readAllLines(Path.of(file))) {
        JsonNode record = Json.MAPPER.readTree(line);
        JsonNode title = record.get("title");
        articles.add(
            StoryPairs.article(
                Integer.toString(articles.size()),
                title == null || title.isNull() ? null : title.asText(),
                record.path("text").asText(),
                START));
      }
    }
    report(articles);
  }

  private static void report(List<Document> articles) throws IOException {
    articles.forEach(Fingerprint::of);
    long started = System.nanoTime();
    List<Fingerprint> prints = articles.stream().map(Fingerprint::of).toList();
    Duration printing = Duration.ofNanos(System.nanoTime() - started);
    started = System.nanoTime();
    StoryLinker linker = new StoryLinker(new MapMemory());
    List<Story> stories = new ArrayList<>();
    for (Fingerprint print : prints) {
      stories.add(linker.link(print));
    }
    Duration linking = Duration.ofNanos(System.nanoTime() - started);
    int found = 0;
    for (int at = 0; at < stories.size(); at++) {
      if (!stories.get(at).id().equals(articles.get(at).id())) {
        found++;
        show(articles, stories.get(at), at);
      }
    }
    System.out.printf(
        "articles %d, copies %d, by comparing each with each %d, with an agency %d%n",
        articles.size(),
        found,
        exhaustive(prints),
        stories.stream().filter(story -> story.agency() != null).count());
    System.out.printf(
        "fingerprints %.0f/s, links %.0f/s%n",
        articles.size() * 1e9 / printing.toNanos(), articles.size() * 1e9 / linking.toNanos());
    events(prints);
  }

  /** How many articles are like one before them, keys or not. */
  private static int exhaustive(List<Fingerprint> prints) {
    int found = 0;
    for (int later = 0; later < prints.size(); later++) {
      boolean isCopy = false;
      for (int earlier = 0; earlier < later && !isCopy; earlier++) {
        isCopy = Likeness.ofText(prints.get(later), prints.get(earlier)) > 0;
      }
      found += isCopy ? 1 : 0;
    }
    return found;
  }

  /**
   * How often two articles seem to tell one event in two languages, if every second one is taken
   * for a French one: each time is an error, but for copies.
   */
  private static void events(List<Fingerprint> prints) {
    int compared = 0;
    int alike = 0;
    for (int later = 0; later < prints.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Fingerprint one = in("ar", prints.get(earlier));
        Fingerprint other = in("fr", prints.get(later));
        compared++;
        if (Likeness.ofFacts(one, other) > 0 && isUnlike(one, other)) {
          alike++;
        }
      }
    }
    System.out.printf("pairs %d, taken for one event by figures and places %d%n", compared, alike);
  }

  private static boolean isUnlike(Fingerprint one, Fingerprint other) {
    return one.sketch().overlap(other.sketch()).containment() < UNLIKE;
  }

  private static Fingerprint in(String language, Fingerprint print) {
    Facts facts = print.facts();
    return new Fingerprint(
        print.document(),
        print.outlet(),
        print.at(),
        print.title(),
        print.sketch(),
        print.agency(),
        new Facts(language, facts.numbers(), facts.places()));
  }

  private static void show(List<Document> articles, Story story, int at) {
    Document first = articles.get(Integer.parseInt(story.id()));
    System.out.printf(
        "%s %.2f%n  %s%n  %s%n",
        story.role(), story.similarity(), start(first), start(articles.get(at)));
  }

  private static String start(Document article) {
    String text = article.title() + " # " + article.text().replace('\n', ' ');
    return article.id() + " " + text.substring(0, Math.min(SHOWN, text.length()));
  }
}
