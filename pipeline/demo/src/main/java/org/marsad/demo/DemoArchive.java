// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the fictional outlets printed in {@value #DAYS} days, and what their readers wrote beneath:
 * ordinary news for the most part, and on days {@value #FIRST_TENSE_DAY} to {@value
 * #LAST_TENSE_DAY} the echo of a dispute in a neighbourhood that does not exist. The same last day
 * gives the same archive; ids and paths are the same for every last day.
 */
public final class DemoArchive {
  /** Six months and some days, so that a comparison over six months is full. */
  public static final int DAYS = 190;

  /** In the last weeks, since alerts are about what is recent. */
  public static final int FIRST_TENSE_DAY = 155;

  public static final int LAST_TENSE_DAY = 161;

  /** Until when readers still write of it, in a calmer tone. */
  private static final int LAST_DAY_OF_ECHO = 170;

  private static final long SEED = 20_260_101L;

  private final Map<Outlet, List<Article>> articles;

  private DemoArchive(Map<Outlet, List<Article>> articles) {
    this.articles = articles;
  }

  /**
   * @param lastDay the archive's last day, which has articles until late in the evening: give
   *     yesterday where none may lie in the future
   */
  public static DemoArchive generate(LocalDate lastDay) {
    Map<String, Newsroom> newsrooms = new LinkedHashMap<>();
    Map<Outlet, List<Article>> archive = new LinkedHashMap<>();
    Random random = new Random(SEED);
    Readership readership = new Readership(lastDay, random);
    for (Outlet outlet : Banks.outlets()) {
      String language = outlet.language();
      Newsroom newsroom =
          newsrooms.computeIfAbsent(language, key -> new Newsroom(key, lastDay, random));
      Words words = Banks.words(language);
      List<Article> printed = new ArrayList<>();
      int commentId = 1;
      for (Article article : newsroom.write(outlet, 1001)) {
        Article discussed = readership.discuss(outlet, words, article, commentId);
        commentId += discussed.comments().size();
        printed.add(discussed);
      }
      Collections.reverse(printed);
      archive.put(outlet, List.copyOf(printed));
    }
    return new DemoArchive(archive);
  }

  /** The first day of the week that stands out. */
  public static LocalDate firstTenseDay(LocalDate lastDay) {
    return lastDay.minusDays((long) DAYS - FIRST_TENSE_DAY);
  }

  public List<Outlet> outlets() {
    return List.copyOf(articles.keySet());
  }

  /** The outlet's articles, newest day first. */
  public List<Article> articles(Outlet outlet) {
    List<Article> printed = articles.get(outlet);
    if (printed == null) {
      throw new IllegalArgumentException(outlet.id() + " is no outlet of this archive");
    }
    return printed;
  }

  /** What is meant by each article and comment. */
  public List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    articles.forEach(
        (outlet, printed) -> printed.forEach(article -> label(outlet, article, labels)));
    return labels;
  }

  /**
   * @param dayOfDispute 1 for the day on which it breaks out
   */
  static int day(int dayOfDispute) {
    return FIRST_TENSE_DAY + dayOfDispute - 1;
  }

  static Mood mood(int day) {
    if (day < FIRST_TENSE_DAY || day > LAST_DAY_OF_ECHO) {
      return Mood.CALM;
    }
    return day <= LAST_TENSE_DAY ? Mood.TENSE : Mood.AFTERWARDS;
  }

  static int dayOf(Instant time, LocalDate lastDay) {
    LocalDate date = time.atZone(Newsroom.ZONE).toLocalDate();
    return DAYS - (int) ChronoUnit.DAYS.between(date, lastDay);
  }

  private static void label(Outlet outlet, Article article, List<Label> labels) {
    labels.add(
        new Label(
            outlet.id(),
            article.path(),
            false,
            codebookLanguage(outlet.language()),
            article.topic(),
            article.day(),
            article.published(),
            article.stance(),
            article.intensity()));
    for (Comment comment : article.comments()) {
      long daysLater =
          ChronoUnit.DAYS.between(
              article.published().atZone(Newsroom.ZONE).toLocalDate(),
              comment.published().atZone(Newsroom.ZONE).toLocalDate());
      labels.add(
          new Label(
              outlet.id(),
              article.path() + "#" + comment.anchor(),
              true,
              comment.language(),
              article.topic(),
              article.day() + (int) daysLater,
              comment.published(),
              comment.stance(),
              comment.intensity()));
    }
  }

  private static String codebookLanguage(String language) {
    return switch (language) {
      case "ar" -> "arb";
      case "ary" -> "ary-Arab";
      default -> language;
    };
  }
}
