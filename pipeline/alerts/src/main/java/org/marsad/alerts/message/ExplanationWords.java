// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alerts.explain.Contribution;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.explain.Sample;
import org.marsad.alerts.explain.Spread;

/** Puts what carries a rise into a message. */
final class ExplanationWords {
  private static final int MOST_VALUES = 5;
  private static final int MOST_SAMPLES = 10;
  private static final int MOST_OF_VALUE = 120;
  private static final int MOST_OF_TITLE = 200;
  private static final int MOST_OF_EXCERPT = 600;

  private final Catalogue words;
  private final Labels labels;
  private final Names names;
  private final Dates dates;
  private final Figures figures;

  ExplanationWords(Catalogue words, Names names) {
    this.words = words;
    this.labels = Labels.of(words.language());
    this.names = names;
    this.dates = new Dates(words);
    this.figures = new Figures(words);
  }

  /** What adds to the rise, by dimension; what goes against it is left out. */
  void carried(List<Contribution> contributions, Sheet sheet) {
    Map<Dimension, List<String>> lines = new LinkedHashMap<>();
    for (Contribution part : contributions) {
      List<String> those = lines.computeIfAbsent(part.dimension(), key -> new ArrayList<>());
      if (part.share() > 0 && those.size() < MOST_VALUES) {
        those.add(line(part));
      }
    }
    lines.values().removeIf(List::isEmpty);
    if (lines.isEmpty()) {
      return;
    }
    sheet.heading(words.text("carried"));
    lines.forEach((dimension, those) -> sheet.list(labels.dimension(dimension), those));
    sheet.aside(words.text("carried.note"));
  }

  private String line(Contribution part) {
    return words.text(
        "carried.value",
        Map.of(
            "value", inSentence(value(part)),
            "observed", part.observed(),
            "expected", Figures.rounded(part.expected()),
            "share", figures.percent(part.share())));
  }

  private String value(Contribution part) {
    return switch (part.dimension()) {
      case SOURCE -> source(part.value());
      case PLACE -> Foreign.name(names.place(part.value(), words.language()));
      case LANGUAGE -> labels.language(part.value());
      case TARGET -> labels.target(part.value());
      case FRAME -> labels.frame(part.value());
      case TERM, THREAD -> Foreign.text(part.value(), MOST_OF_VALUE);
    };
  }

  String source(String id) {
    return Foreign.name(names.source(id));
  }

  void spread(Spread spread, Sheet sheet) {
    sheet.heading(words.text("spread"));
    sheet.say(
        words.text(
            spread.viral() ? "spread.viral" : "spread.broad",
            Map.of(
                "looked", spread.looked(),
                "stories", spread.stories(),
                "largest", spread.largest(),
                "sources", spread.sources())));
  }

  void samples(List<Sample> samples, WebPages pages, Sheet sheet) {
    if (samples.isEmpty()) {
      return;
    }
    sheet.heading(words.text("samples"));
    sheet.aside(words.text("samples.note"));
    samples.stream().limit(MOST_SAMPLES).forEach(sample -> sample(sample, pages, sheet));
  }

  private void sample(Sample sample, WebPages pages, Sheet sheet) {
    Map<String, String> links = new LinkedHashMap<>();
    Foreign.address(sample.url()).ifPresent(url -> links.put(words.text("sample.original"), url));
    pages
        .document(sample.documentId())
        .ifPresent(page -> links.put(words.text("sample.marsad"), page));
    sheet.quote(
        Optional.ofNullable(sample.title()).map(title -> Foreign.text(title, MOST_OF_TITLE)),
        Foreign.text(sample.excerpt(), MOST_OF_EXCERPT),
        words.list(origin(sample)),
        links);
  }

  private List<String> origin(Sample sample) {
    List<String> parts = new ArrayList<>();
    parts.add(inSentence(source(sample.sourceId())));
    parts.add(
        sample.published() == null
            ? words.text("sample.undated")
            : dates.moment(sample.published()));
    parts.add(labels.language(sample.language()));
    if (sample.stance() != null) {
      parts.add(labels.stance(sample.stance()));
    }
    parts.add(words.text("sample.intensity", Map.of("level", sample.intensity())));
    if (sample.intensity() >= Caveats.GRAVE) {
      parts.add(words.text("sample.unreviewed"));
    }
    parts.add(words.text("sample.copies", Map.of("count", sample.copies())));
    return parts;
  }

  private String inSentence(String foreign) {
    return Isolation.within(words.rightToLeft(), foreign);
  }
}
