// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Json;
import org.marsad.sources.story.StoryPair.Kind;
import org.marsad.sources.story.StoryText.Half;

/** The labelled set: pairs made by rules of texts that were written for it. */
final class StoryPairs {
  private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
  private static final Duration LATER = Duration.ofHours(3);
  private static final Duration NEXT_DAY = Duration.ofDays(1);

  private final Assessor assessor = Classifiers.shipped();
  private final List<StoryPair> pairs = new ArrayList<>();

  private StoryPairs() {}

  static List<StoryPair> all() {
    StoryPairs made = new StoryPairs();
    List<StoryText> texts = texts();
    texts.forEach(made::variants);
    for (int one = 0; one < texts.size(); one++) {
      for (int other = one + 1; other < texts.size(); other++) {
        made.related(texts.get(one), texts.get(other));
      }
    }
    lines("story-templates.jsonl").forEach(made::bulletins);
    return List.copyOf(made.pairs);
  }

  static List<StoryText> texts() {
    return lines("story-texts.jsonl").stream()
        .map(line -> Json.MAPPER.convertValue(line, StoryText.class))
        .toList();
  }

  private void variants(StoryText text) {
    String whole = text.text();
    String other = text.otherTitle();
    add(text, Kind.COPIED, text.title(), whole);
    add(text, Kind.OTHER_TITLE, other, whole);
    add(text, Kind.IN_PAGE, other, Wording.inPage(whole, text.language()));
    add(text, Kind.PREFIXED_TITLE, Wording.labelled(text), Wording.firstSentence(text));
    add(text, Kind.TRUNCATED, other, Wording.truncated(text));
    add(text, Kind.UPDATED, other, Wording.updated(text));
    if (text.language().startsWith("ar")) {
      add(text, Kind.SPELLING, Wording.respelt(other), Wording.respelt(whole));
    }
    String rewritten = text.rewritten();
    if (rewritten != null) {
      add(text, Kind.REWRITTEN, other, rewritten);
    }
  }

  private void add(StoryText text, Kind kind, String title, String variant) {
    add(
        text.half(),
        kind,
        false,
        article("a", text.title(), text.text(), START),
        article("b", title, variant, START.plus(LATER)));
  }

  private void related(StoryText one, StoryText other) {
    boolean isSameLanguage = one.language().equals(other.language());
    if (one.event().equals(other.event())) {
      add(one, other, Kind.TRANSLATED, false);
    } else if (one.topic().equals(other.topic())) {
      add(one, other, Kind.OTHER_EVENT, false);
    }
    boolean isOfOneHalf = one.half() == other.half();
    if (isSameLanguage
        && isOfOneHalf
        && !one.event().equals(other.event())
        && isPicked(one, other)) {
      add(one, other, Kind.BOILERPLATE, true);
    }
  }

  /** Some of the many pairs of two different stories, all of those with one topic among them. */
  private static boolean isPicked(StoryText one, StoryText other) {
    return one.topic().equals(other.topic())
        || Math.floorMod((one.event() + other.event()).hashCode(), 4) == 0;
  }

  private void add(StoryText one, StoryText other, Kind kind, boolean inPage) {
    String first = inPage ? Wording.inPage(one.text(), one.language()) : one.text();
    String second = inPage ? Wording.inPage(other.text(), other.language()) : other.text();
    add(
        one.half(),
        kind,
        !one.language().equals(other.language()),
        article("a", one.title(), first, START),
        article("b", other.title(), second, START.plus(LATER)));
  }

  private void bulletins(ObjectNode line) {
    Half half = Half.valueOf(line.path("half").asText());
    List<String> filled = new ArrayList<>();
    for (JsonNode values : (ArrayNode) line.path("values")) {
      String text = line.path("template").asText();
      for (int slot = 0; slot < values.size(); slot++) {
        text = text.replace("{" + slot + "}", values.get(slot).asText());
      }
      filled.add(text);
    }
    String title = line.path("title").asText();
    for (int one = 0; one < filled.size(); one++) {
      for (int other = one + 1; other < filled.size(); other++) {
        add(
            half,
            Kind.TEMPLATE,
            false,
            article("a", title, filled.get(one), START),
            article("b", title, filled.get(other), START.plus(NEXT_DAY)));
      }
    }
  }

  private void add(Half half, Kind kind, boolean isTranslation, Document earlier, Document later) {
    pairs.add(new StoryPair(half, kind, isTranslation, assessed(earlier), assessed(later)));
  }

  private Document assessed(Document article) {
    return article.withAssessment(
        assessor.assess(new Submission(article.text(), article.title(), TextKind.ARTICLE)));
  }

  /** An article that is not assessed. */
  static Document article(String id, @Nullable String title, String text, Instant published) {
    String url = "https://outlet.example/" + id;
    return Document.builder(id, "outlet-" + id, DocumentKind.ARTICLE, text, published, url)
        .url(url)
        .title(title)
        .published(published)
        .build();
  }

  private static List<ObjectNode> lines(String resource) {
    try (InputStream in = StoryPairs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      List<ObjectNode> lines = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        lines.add((ObjectNode) Json.MAPPER.readTree(line));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
