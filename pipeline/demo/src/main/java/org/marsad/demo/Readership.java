// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.classifiers.Stance;

/**
 * Writes the comments. How many there are and what they say depends on the article and on the day:
 * in the week of the dispute readers write more, and more of them in anger.
 */
final class Readership {
  private static final String OFF_TOPIC = "";
  private static final int WORDINGS = 4;

  private final LocalDate lastDay;
  private final Random random;
  private final Deck deck;
  private final Map<Mood, SortedMap<String, Integer>> moods = Banks.moods();
  private final Map<String, CommentBank> banks = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  Readership(LocalDate lastDay, Random random) {
    this.lastDay = lastDay;
    this.random = random;
    this.deck = new Deck(random);
  }

  /** The article with its comments, oldest first. */
  Article discuss(Outlet outlet, Words words, Article article, int firstId) {
    List<Instant> times = new ArrayList<>();
    Instant end = lastDay.plusDays(1).atStartOfDay(Newsroom.ZONE).toInstant();
    for (int i = count(article); i > 0; i--) {
      // Most readers come on the first day, some two days later.
      double hours = 48 * Math.pow(random.nextDouble(), 2.5);
      Instant time = article.published().plus((long) (hours * 60) + 4, ChronoUnit.MINUTES);
      times.add(time.isBefore(end) ? time : end.minus(i, ChronoUnit.MINUTES));
    }
    times.sort(Comparator.naturalOrder());
    List<Comment> comments = new ArrayList<>();
    for (Instant time : times) {
      comments.add(write(outlet, words, article, time, firstId + comments.size()));
    }
    return new Article(
        article.id(),
        article.topic(),
        article.day(),
        article.published(),
        article.title(),
        article.paragraphs(),
        article.stance(),
        article.intensity(),
        List.copyOf(comments));
  }

  private int count(Article article) {
    if (article.stance() == null) {
      return (int)
          Math.round(4.8 * random.nextDouble() * random.nextDouble() + 1.5 * random.nextDouble());
    }
    boolean calm = DemoArchive.mood(article.day()) == Mood.CALM;
    return calm ? 4 + random.nextInt(4) : 7 + random.nextInt(6);
  }

  private Comment write(Outlet outlet, Words words, Article article, Instant time, int id) {
    CommentBank bank = bank(pick(new TreeMap<>(outlet.readers())));
    Mood mood = DemoArchive.mood(DemoArchive.dayOf(time, lastDay));
    String stance = stance(article, mood);
    String key = stance.isEmpty() ? OFF_TOPIC : pickIntensity(bank, stance);
    List<String> variants = key.isEmpty() ? ordinary(bank, article) : bank.migrants(key);
    String[] parts = key.split(" ");
    return new Comment(
        id,
        nickname(bank),
        bank.language(),
        time,
        compose(words, bank, variants, stance.isEmpty() ? "" : whereabouts(bank, mood)),
        stance.isEmpty() ? null : Stance.valueOf(stance),
        parts.length == 2 ? Integer.parseInt(parts[1]) : 0);
  }

  /** Every other reader who speaks about migrants says from where; most when it happened there. */
  private String whereabouts(CommentBank bank, Mood mood) {
    if (random.nextBoolean()) {
      return "";
    }
    return (mood == Mood.TENSE && random.nextBoolean() ? bank.cities().get(0) : "{city}") + " – ";
  }

  /** One of the variants, by preference worded as none before. */
  private String compose(Words words, CommentBank bank, List<String> variants, String from) {
    String text = "";
    for (int i = 0; i < WORDINGS; i++) {
      Slots slots = new Slots(words, Map.of("city", bank.cities()), Map.of(), random);
      text = slots.fill(from + deck.draw(variants));
      if (written.add(text)) {
        break;
      }
    }
    return text;
  }

  private String stance(Article article, Mood mood) {
    if (article.stance() == null) {
      // Now and then somebody drags migrants into an article about something else.
      return random.nextInt(1000) < (mood == Mood.TENSE ? 50 : 7) ? "HOSTILE" : OFF_TOPIC;
    }
    return pick(Objects.requireNonNull(moods.get(mood)));
  }

  /** Most hostile comments are of the mildest degree that counts as such, few of a higher one. */
  private String pickIntensity(CommentBank bank, String stance) {
    SortedMap<String, Integer> keys = new TreeMap<>();
    for (String key : bank.migrants().keySet()) {
      if (key.startsWith(stance)) {
        keys.put(key, key.endsWith("3") ? 14 : key.endsWith("4") ? 10 : 76);
      }
    }
    return pick(keys);
  }

  private List<String> ordinary(CommentBank bank, Article article) {
    return random.nextInt(10) < 2 ? Banks.lines(bank.general()) : bank.ordinary(article.topic());
  }

  private String nickname(CommentBank bank) {
    String name = deck.draw(Banks.lines(bank.nicknames()));
    return random.nextInt(3) == 0 ? name + " " + (2 + random.nextInt(97)) : name;
  }

  /** Of sorted options, so that the same seed draws the same. */
  private String pick(SortedMap<String, Integer> weights) {
    int left = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<String, Integer> option : weights.entrySet()) {
      left -= option.getValue();
      if (left < 0) {
        return option.getKey();
      }
    }
    throw new IllegalStateException("weights changed while they were read");
  }

  private CommentBank bank(String language) {
    return banks.computeIfAbsent(language, Banks::comments);
  }
}
