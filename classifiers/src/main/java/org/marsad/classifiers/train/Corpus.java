// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marsad.classifiers.normal.Normaliser;

/**
 * The texts that training may see: each set without repetitions and without any text of the
 * reference set, in the order of a hash of the text.
 */
final class Corpus {
  private static final int KEY = 90;

  private final Map<String, List<LabelledText>> sets;
  private final Set<String> reference;

  private Corpus(Map<String, List<LabelledText>> sets, Set<String> reference) {
    this.sets = sets;
    this.reference = reference;
  }

  /**
   * Reads {@code hostility/} and {@code moroccan-text/} of a folder, and what is bundled: the
   * written examples and the labels of Moroccan texts. {@code hostility/gold-dev/} is read only to
   * leave its texts out.
   */
  static Corpus read(Path data) throws IOException {
    Path hostility = data.resolve("hostility");
    Set<String> reference = new HashSet<>();
    for (Path file : files(hostility.resolve("gold-dev"))) {
      for (LabelledText text : LabelledFile.read(file)) {
        reference.add(key(text.text()));
      }
    }
    Map<String, List<LabelledText>> sets = new TreeMap<>();
    for (Path file : files(hostility)) {
      sets.put(name(file), distinct(LabelledFile.read(file), reference));
    }
    WrittenExamples.read().forEach((name, texts) -> sets.put(name, distinct(texts, reference)));
    MoroccanLabels labels = MoroccanLabels.read();
    List<LabelledText> labelled = new ArrayList<>();
    for (Path file : files(data.resolve("moroccan-text"))) {
      List<LabelledText> unlabelled = new ArrayList<>();
      for (LabelledText text : distinct(LabelledFile.read(file), reference)) {
        LabelledText judged = labels.of(text);
        if (judged == null) {
          unlabelled.add(text);
        } else {
          labelled.add(judged);
        }
      }
      sets.put(name(file), List.copyOf(unlabelled));
    }
    sets.put(MoroccanLabels.SET, List.copyOf(labelled));
    return new Corpus(sets, Set.copyOf(reference));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.jsonl$", "");
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("No folder " + folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static List<LabelledText> distinct(List<LabelledText> texts, Set<String> reference) {
    Map<String, LabelledText> byKey = new TreeMap<>();
    for (LabelledText text : texts) {
      String key = key(text.text());
      if (!key.isEmpty() && !reference.contains(key)) {
        byKey.putIfAbsent(key, text);
      }
    }
    TreeMap<String, LabelledText> inOrder = new TreeMap<>();
    byKey.forEach(
        (key, text) -> inOrder.put(String.format("%08x %s", spread(key.hashCode()), key), text));
    return List.copyOf(inOrder.values());
  }

  private static int spread(int hash) {
    return hash * 0x9E3779B9;
  }

  /**
   * What makes two texts the same: the first letters and digits of the folded text, since sets hold
   * the same text cut at different lengths.
   */
  static String key(String text) {
    return letters(text, KEY);
  }

  /** What two texts share that read the same to their end. */
  static String wording(String text) {
    return letters(text, Integer.MAX_VALUE);
  }

  private static String letters(String text, int most) {
    String folded = Normaliser.normalise(text).toString();
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < folded.length() && key.length() < most; i++) {
      if (Character.isLetterOrDigit(folded.charAt(i))) {
        key.append(folded.charAt(i));
      }
    }
    return key.toString();
  }

  /** Number that texts share which must not be parted between folds. */
  static int group(LabelledText text) {
    String pair = text.pair();
    int hash = (pair != null ? text.set() + pair : key(text.text())).hashCode();
    return spread(hash) >>> 8;
  }

  /** The same sets, each cut to its first texts. */
  Corpus first(int most) {
    Map<String, List<LabelledText>> cut = new TreeMap<>();
    sets.keySet().forEach(name -> cut.put(name, set(name, most)));
    return new Corpus(cut, reference);
  }

  /** Keys of the texts of the reference set, which nothing may learn from. */
  Set<String> reference() {
    return reference;
  }

  List<LabelledText> set(String name) {
    return sets.getOrDefault(name, List.of());
  }

  /** The first texts of a set, in its order. */
  List<LabelledText> set(String name, int most) {
    List<LabelledText> all = set(name);
    return all.subList(0, Math.min(most, all.size()));
  }

  /** Names of the sets whose name starts so. */
  List<String> names(String prefix) {
    return sets.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }
}
