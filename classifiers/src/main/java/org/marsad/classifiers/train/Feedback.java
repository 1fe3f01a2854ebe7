// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reviewers said of texts that the models had judged: each wording once, in an order that
 * depends on the texts alone. What was said of a text before it was edited is no word on what it
 * says now.
 *
 * <p>A line of a file has the form of {@link FeedbackForm}. Of one reviewer the latest line about a
 * text counts, by the time it carries; reviewers outvote each other, unless somebody decided
 * between them; a text without a majority teaches nothing.
 */
public final class Feedback {
  /** Name of the set of texts, as the manifest has it. */
  static final String SET = "feedback";

  private static final int FINGERPRINT_BYTES = 4;

  private final SortedMap<String, ReviewedText> byWording;
  private final int disputed;

  private Feedback(SortedMap<String, ReviewedText> byWording, int disputed) {
    this.byWording = byWording;
    this.disputed = disputed;
  }

  /** No feedback at all. */
  public static Feedback none() {
    return new Feedback(new TreeMap<>(), 0);
  }

  /**
   * Reads JSONL files; neither their order nor that of their lines matters.
   *
   * @throws FeedbackException if something is wrong; it names every fault of every file
   */
  public static Feedback read(List<Path> files) throws FeedbackException {
    List<String> faults = new ArrayList<>();
    List<FeedbackLine> lines = new ArrayList<>();
    for (Path file : files) {
      read(file, lines, faults);
    }
    if (!faults.isEmpty()) {
      throw new FeedbackException(faults);
    }
    return of(lines);
  }

  private static void read(Path file, List<FeedbackLine> lines, List<String> faults) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String place = file + ":" + ++number + ": ";
        if (!line.isBlank()) {
          FeedbackLine read = FeedbackForm.read(line, fault -> faults.add(place + fault));
          if (read != null) {
            lines.add(read);
          }
        }
      }
    } catch (IOException e) {
      faults.add(file + " cannot be read (" + e + "); give a JSONL file in UTF-8 with --feedback");
    }
  }

  static Feedback of(List<FeedbackLine> lines) {
    SortedMap<String, List<FeedbackLine>> aboutOne = new TreeMap<>();
    for (FeedbackLine line : lines) {
      aboutOne.computeIfAbsent(Corpus.wording(line.text()), key -> new ArrayList<>()).add(line);
    }
    SortedMap<String, ReviewedText> byWording = new TreeMap<>();
    aboutOne.forEach(
        (wording, ofText) -> {
          ReviewedText agreed = ReviewedText.of(ofText);
          if (agreed != null) {
            byWording.put(wording, agreed);
          }
        });
    return new Feedback(byWording, aboutOne.size() - byWording.size());
  }

  /** What is left without the texts of these keys, which are those of {@link Corpus#key}. */
  Feedback without(Set<String> keys) {
    SortedMap<String, ReviewedText> left = new TreeMap<>(byWording);
    left.values().removeIf(one -> keys.contains(Corpus.key(one.text().text())));
    return new Feedback(left, disputed);
  }

  List<ReviewedText> texts() {
    return List.copyOf(byWording.values());
  }

  /** Tells what is learned from it apart from what is learned from any other. */
  String fingerprint() {
    return ShortHash.of(byWording.values().toString(), FINGERPRINT_BYTES);
  }

  /** Whether it says something of the text, which then outweighs what any set says of it. */
  boolean covers(LabelledText text) {
    return byWording.containsKey(Corpus.wording(text.text()));
  }

  /** Number of texts that can be learned from. */
  public int size() {
    return byWording.size();
  }

  /** Number of texts that were left out since no side outweighs. */
  public int disputed() {
    return disputed;
  }
}
