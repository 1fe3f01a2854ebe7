// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.marsad.demo.TopicBank.Story;

/** Writes the articles of the outlets of one language, no two of them alike. */
final class Newsroom {
  static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");
  private static final int TRIES = 200;

  /** In words. */
  private static final int SHORTEST_ARTICLE = 120;

  /** In words with the title; what is shared adds about 80. */
  private static final int SHORT_STORY = 100;

  /** What is to be printed on which day. */
  private record Assignment(int day, Topic topic, Story story) {}

  private final Words words;
  private final Map<Topic, TopicBank> banks = new EnumMap<>(Topic.class);
  private final LocalDate lastDay;
  private final Random random;
  private final Deck deck;
  private final Set<String> printed = new HashSet<>();

  Newsroom(String language, LocalDate lastDay, Random random) {
    this.words = Banks.words(language);
    for (Topic topic : Topic.values()) {
      banks.put(topic, Banks.topic(language, topic));
    }
    this.lastDay = lastDay;
    this.random = random;
    this.deck = new Deck(random);
  }

  /** The outlet's articles, oldest first, without comments. */
  List<Article> write(Outlet outlet, int firstId) {
    List<Article> articles = new ArrayList<>();
    for (Assignment assignment : plan(outlet)) {
      articles.add(write(outlet, assignment, firstId + articles.size()));
    }
    return articles;
  }

  private List<Assignment> plan(Outlet outlet) {
    List<Assignment> plan = new ArrayList<>();
    List<Story> anyDay = new ArrayList<>();
    for (Story story : bank(Topic.MIGRATION).stories()) {
      if (story.days() == null) {
        anyDay.add(story);
      } else if (outlet.opinions() || !story.opinion()) {
        story
            .days()
            .forEach(day -> plan.add(new Assignment(DemoArchive.day(day), Topic.MIGRATION, story)));
      }
    }
    spread(outlet.freeMigration(), Topic.MIGRATION, anyDay, 0, 1, plan);
    int ordinary = outlet.articles() - plan.size();
    int topics = Topic.ORDINARY.size();
    for (int i = 0; i < topics; i++) {
      Topic topic = Topic.ORDINARY.get(i);
      int share = ordinary / topics + (i < ordinary % topics ? 1 : 0);
      // One topic after the other: an outlet that is silent for days would look broken.
      spread(share, topic, bank(topic).stories(), (double) i / topics, 1.0 / topics, plan);
    }
    plan.sort(Comparator.comparingInt(Assignment::day));
    return plan;
  }

  /**
   * Puts {@code count} articles of a topic on days that are evenly apart, give or take a few.
   *
   * @param from which part of the time between two of them is for this topic, from 0 to 1
   * @param width how large that part is
   */
  private void spread(
      int count,
      Topic topic,
      List<Story> stories,
      double from,
      double width,
      List<Assignment> plan) {
    List<Story> order = new ArrayList<>(stories);
    for (int i = 0; i < count; i++) {
      int turn = i % order.size();
      if (turn == 0) {
        Collections.shuffle(order, random);
      }
      double at = i + from + width * random.nextDouble();
      int day = 1 + (int) (at * DemoArchive.DAYS / count);
      plan.add(new Assignment(day, topic, order.get(turn)));
    }
  }

  private Article write(Outlet outlet, Assignment assignment, int id) {
    LocalDate date = lastDay.minusDays((long) DemoArchive.DAYS - assignment.day());
    Map<String, List<String>> lists = new HashMap<>(words.lists());
    lists.put("city", outlet.cities());
    Map<String, String> given = Map.of("weekday", weekday(date.getDayOfWeek()));
    for (int i = 0; i < TRIES; i++) {
      Slots slots = new Slots(words, lists, given, random);
      List<String> text = draw(assignment).stream().map(slots::fill).toList();
      String title = text.get(0);
      List<String> paragraphs = text.subList(1, text.size());
      String body = String.join("\n", paragraphs);
      boolean isNew = !printed.contains(title) && !printed.contains(body);
      if (isNew && words(paragraphs) >= SHORTEST_ARTICLE) {
        printed.add(title);
        printed.add(body);
        return new Article(
            id,
            assignment.topic(),
            assignment.day(),
            someTimeOn(date),
            title,
            List.copyOf(paragraphs),
            assignment.story().stance(),
            assignment.story().intensity(),
            List.of());
      }
    }
    throw new IllegalStateException(
        outlet.id() + ": too few variants of " + assignment.story().text().lines().findFirst());
  }

  /** One variant of each block of the story, then what its topic shares. */
  private List<String> draw(Assignment assignment) {
    List<String> drawn = new ArrayList<>();
    assignment.story().blocks().forEach(block -> drawn.add(deck.draw(block)));
    bank(assignment.topic()).sharedBlocks().ifPresent(shared -> drawn.addAll(draw(shared, drawn)));
    return drawn;
  }

  /** Two voices, three in a short story, and the background between or before them; the close. */
  private List<String> draw(TopicBank.Shared shared, List<String> story) {
    List<String> drawn = new ArrayList<>();
    int voices = words(story) < SHORT_STORY ? 3 : 2;
    while (drawn.size() < voices) {
      drawn.add(
          deck.draw(shared.voices().stream().filter(voice -> !drawn.contains(voice)).toList()));
    }
    drawn.add(random.nextInt(2), deck.draw(shared.background()));
    drawn.add(deck.draw(shared.close()));
    return drawn;
  }

  private static int words(List<String> text) {
    return text.stream().mapToInt(paragraph -> paragraph.split("\\s+").length).sum();
  }

  private Instant someTimeOn(LocalDate date) {
    LocalTime time = LocalTime.of(6 + random.nextInt(15), random.nextInt(60));
    return date.atTime(time).atZone(ZONE).toInstant();
  }

  private String weekday(DayOfWeek day) {
    List<String> names = words.lists().getOrDefault("weekday", List.of());
    return names.get(day.getValue() - 1);
  }

  private TopicBank bank(Topic topic) {
    TopicBank bank = banks.get(topic);
    if (bank == null) {
      throw new IllegalStateException("no bank for " + topic);
    }
    return bank;
  }
}
