// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.reading.Naming;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.reading.Reading;

/** Judges texts with the term lists and the linear models. */
public final class LinearAssessor implements Assessor {
  private final Reader reader;
  private final Manifest manifest;
  private final LanguageIdentifier languages;
  private final OffenceJudge offence;
  private final MigrationJudge migration;
  private final EvidenceFinder evidence;

  public LinearAssessor(ModelSet models, Lexicon lexicon) {
    this.languages = new LanguageIdentifier(models.language());
    this.reader = new Reader(lexicon, languages);
    this.manifest = models.manifest();
    this.offence = new OffenceJudge(models);
    this.migration = new MigrationJudge(models);
    this.evidence = new EvidenceFinder(migration);
  }

  @Override
  public Assessment assess(Submission submission) {
    Reading reading = reader.read(submission.text());
    SparseVector words = reading.words();
    TextLanguages found = TextLanguages.of(reading, words, languages);
    if (!found.main().supported()) {
      return unclassified(found);
    }
    double offensive = offence.probability(found.main(), words);
    Reading title = title(submission);
    SparseVector focus = title == null ? reading.focus(words) : reading.focus(title);
    Naming naming = title == null ? reading.naming() : reading.naming().or(title.naming());
    boolean named = naming == Naming.CERTAIN;
    double relevance = migration.relevance(focus, naming);
    if (naming == Naming.NONE) {
      double hostility = migration.hostilityWithoutHint(relevance);
      return notRelevant(
          true, found, relevance, hostility, offensive, Irrelevance.NO_GROUP.sentence());
    }
    double[] scores = migration.scores(focus);
    double hostility = migration.hostility(scores, relevance);
    if (!migration.relevant(relevance)) {
      Irrelevance why = named ? Irrelevance.OTHER_SUBJECT : Irrelevance.ONLY_A_HINT;
      return notRelevant(true, found, relevance, hostility, offensive, why.sentence());
    }
    Stance stance = migration.stance(scores, reading, named);
    int intensity = migration.intensity(scores, stance, reading);
    Meanings meanings = Meanings.of(reading, title, named);
    List<Evidence> carrying = evidence.find(reading, stance);
    return new Assessment(
        true,
        found.main().code(),
        found.all(),
        true,
        relevance,
        stance,
        hostility,
        offensive,
        intensity,
        meanings.targets(),
        meanings.frames(),
        meanings.themes(),
        meanings.places(),
        meanings.mentions(),
        carrying,
        manifest.name(),
        NewsFlagFinder.find(submission.kind(), reading, title),
        Reasons.of(stance, intensity, meanings, carrying));
  }

  private @Nullable Reading title(Submission submission) {
    String title = submission.title();
    return title == null || submission.kind() != TextKind.ARTICLE ? null : reader.read(title);
  }

  private Assessment unclassified(TextLanguages found) {
    double relevance = Manifest.value(manifest.baseRates(), MigrationJudge.RELEVANCE);
    return notRelevant(
        false,
        found,
        relevance,
        migration.hostilityWithoutHint(relevance),
        offence.baseRate(Language.UNDETERMINED),
        Reasons.NOT_CLASSIFIED);
  }

  private Assessment notRelevant(
      boolean classified,
      TextLanguages found,
      double relevance,
      double hostility,
      double offensive,
      String reason) {
    return new Assessment(
        classified,
        found.main().code(),
        found.all(),
        false,
        relevance,
        null,
        hostility,
        offensive,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        manifest.name(),
        List.of(),
        reason);
  }
}
