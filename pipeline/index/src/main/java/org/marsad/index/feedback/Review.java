// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that people said of one text. */
public final class Review {
  /** The layers that models learn: those on which people must come to an agreement. */
  private static final Set<Layer> DECISIVE =
      EnumSet.of(Layer.RELEVANT, Layer.STANCE, Layer.INTENSITY, Layer.OFFENSIVE);

  /** That a text is not relevant. */
  static final List<String> NO = List.of("false");

  /** Neighbouring intensities are no disagreement. */
  private static final int FAR_APART = 2;

  private final List<Label> latest;
  private final List<Label> meant;
  private final Label first;
  private final Set<ReviewQueue> queues;

  /**
   * @param all about this text, in their order; at least one
   */
  private Review(List<Label> all) {
    Map<String, Label> byPersonAndLayer = new LinkedHashMap<>();
    for (Label label : all) {
      // Whoever judged a text and later decides between all has said two things.
      byPersonAndLayer.put(
          label.annotator() + "\n" + label.layer() + "\n" + label.isDecision(), label);
    }
    this.latest = byPersonAndLayer.values().stream().sorted(Label.BY_TIME).toList();
    this.meant = Meant.of(latest);
    this.first = all.get(0);
    this.queues = all.stream().map(Label::queue).collect(Collectors.toUnmodifiableSet());
  }

  /** The texts that the labels are about, in the order in which they were first judged. */
  public static List<Review> of(Collection<Label> labels) {
    return labels.stream()
        .sorted(Label.BY_TIME)
        .collect(Collectors.groupingBy(Label::unit, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Review::new)
        .toList();
  }

  public String unit() {
    return first.unit();
  }

  /** Null once the document was erased. */
  public @Nullable String documentId() {
    return first.documentId();
  }

  /** Null once the document was erased. */
  public @Nullable String contentHash() {
    return first.contentHash();
  }

  public int version() {
    return first.version();
  }

  public String language() {
    return first.language();
  }

  /** Of the model that is judged, when the text was first looked at. */
  public String model() {
    return first.model();
  }

  /** What the model had said, when the text was first looked at; null where it said nothing. */
  public @Nullable List<String> said(Layer layer) {
    return meant(layer).stream()
        .filter(label -> label.model().equals(first.model()))
        .findFirst()
        .map(Label::said)
        .orElse(null);
  }

  /** All the ways in which the text came to be judged. */
  public Set<ReviewQueue> queues() {
    return queues;
  }

  /** Whoever has judged it, but for those who decided between others. */
  public Set<String> annotators() {
    return latest.stream()
        .filter(label -> !label.isDecision())
        .map(Label::annotator)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether this person has said anything of it. */
  public boolean isBy(String annotator) {
    return latest.stream().anyMatch(label -> label.annotator().equals(annotator));
  }

  /** The latest of each person. */
  public List<Label> labels() {
    return latest;
  }

  /** What each person means by them. */
  List<Label> meant() {
    return meant;
  }

  private List<Label> meant(Layer layer) {
    return meant.stream().filter(label -> label.layer() == layer).toList();
  }

  private List<Label> decisions(Layer layer) {
    return meant(layer).stream().filter(Label::isDecision).toList();
  }

  /** What each person answered who could, without those who decided between others. */
  public List<List<String>> answers(Layer layer) {
    List<List<String>> answers = new ArrayList<>();
    for (Label label : meant(layer)) {
      if (!label.isDecision() && label.values() != null) {
        answers.add(label.values());
      }
    }
    return answers;
  }

  /** Whether somebody decided between the others. */
  public boolean isAdjudicated() {
    return latest.stream().anyMatch(Label::isDecision);
  }

  /** Whether people disagree on what models learn, and nobody has decided between them yet. */
  public boolean isDisputed() {
    return !isAdjudicated() && DECISIVE.stream().anyMatch(this::isUndecided);
  }

  /** Whether people disagree on this of what models learn, and nobody has decided it. */
  boolean isUndecided(Layer layer) {
    if (!DECISIVE.contains(layer) || !decisions(layer).isEmpty()) {
      return false;
    }
    Set<List<String>> given = Set.copyOf(answers(layer));
    if (layer != Layer.INTENSITY) {
      return given.size() > 1;
    }
    List<Integer> levels = given.stream().map(one -> Integer.valueOf(one.get(0))).sorted().toList();
    return levels.size() > 1 && levels.get(levels.size() - 1) - levels.get(0) >= FAR_APART;
  }

  /**
   * What the text is by those who looked at it: by the one who decided between them, or else by the
   * most of them.
   *
   * @return null where nobody could say, no answer has more voices than each other, or the text is
   *     not relevant and has none
   */
  public @Nullable List<String> truth(Layer layer) {
    if (layer.isOfRelevant() && NO.equals(truth(Layer.RELEVANT))) {
      return null;
    }
    List<Label> decisions = decisions(layer);
    if (!decisions.isEmpty()) {
      return decisions.get(decisions.size() - 1).values();
    }
    Map<List<String>, Long> voices =
        answers(layer).stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    long most = voices.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<List<String>> winners =
        voices.entrySet().stream()
            .filter(one -> one.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return winners.size() == 1 ? winners.get(0) : null;
  }
}
