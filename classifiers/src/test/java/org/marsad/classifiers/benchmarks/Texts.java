// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;

/**
 * Texts to be judged for speed, put together from the words of own sentences; the same seed gives
 * the same texts. Sentences are cut and joined anew, since texts that repeat would stay in the
 * processor's caches as real ones do not.
 */
final class Texts {
  static final int COMMENT_WORDS = 30;
  static final int ARTICLE_WORDS = 500;

  /** Of an article's sentences, every so many names a group. */
  private static final int GROUP_EVERY = 6;

  private final Map<String, List<String[]>> other = new TreeMap<>();
  private final Map<String, List<String[]>> group = new TreeMap<>();
  private final List<String> languages;
  private final Random random;

  Texts(long seed) {
    random = new Random(seed);
    read();
    languages = List.copyOf(other.keySet());
  }

  /**
   * Comments of thirty words.
   *
   * @param relevantEvery one of so many names a group
   */
  List<Submission> comments(int count, int relevantEvery) {
    List<Submission> comments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String language = one(languages);
      List<String> words = new ArrayList<>();
      if (i % relevantEvery == 0) {
        words.addAll(Arrays.asList(one(group, language)));
      }
      while (words.size() < COMMENT_WORDS) {
        words.addAll(piece(one(other, language)));
      }
      String text = String.join(" ", words.subList(0, COMMENT_WORDS));
      comments.add(new Submission(text, null, TextKind.COMMENT));
    }
    return comments;
  }

  /** Articles of five hundred words with a title, each about a group. */
  List<Submission> articles(int count) {
    List<Submission> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String language = one(languages);
      List<String> words = new ArrayList<>();
      for (int sentence = 0; words.size() < ARTICLE_WORDS; sentence++) {
        boolean named = sentence % GROUP_EVERY == 1;
        List<String> next =
            new ArrayList<>(
                named ? Arrays.asList(one(group, language)) : piece(one(other, language)));
        next.set(next.size() - 1, next.get(next.size() - 1) + ".");
        words.addAll(next);
      }
      String title = String.join(" ", one(group, language));
      String text = String.join(" ", words.subList(0, ARTICLE_WORDS));
      articles.add(new Submission(text, title, TextKind.ARTICLE));
    }
    return articles;
  }

  private List<String> piece(String[] sentence) {
    int from = random.nextInt(sentence.length / 2);
    int to = from + 3 + random.nextInt(sentence.length - from);
    return Arrays.asList(sentence).subList(from, Math.min(to, sentence.length));
  }

  private String[] one(Map<String, List<String[]>> sentences, String language) {
    return one(Objects.requireNonNull(sentences.get(language), language));
  }

  private <T> T one(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream("sentences.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] fields = line.split("\t", -1);
          Map<String, List<String[]>> kind = fields[0].equals("group") ? group : other;
          kind.computeIfAbsent(fields[1], language -> new ArrayList<>()).add(fields[2].split(" "));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
