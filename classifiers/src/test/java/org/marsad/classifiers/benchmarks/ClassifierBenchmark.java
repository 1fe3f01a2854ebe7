// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.judge.Classifiers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Texts a second on one thread. Each call judges the next of many texts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ClassifierBenchmark {
  static final int NEARLY_NONE_RELEVANT = 100;
  static final int TWENTIETH_RELEVANT = 20;
  private static final int COMMENTS = 2_000;
  private static final int ARTICLES = 200;

  private final Assessor assessor = Classifiers.shipped();
  private List<Submission> gate = List.of();
  private List<Submission> full = List.of();
  private List<Submission> articles = List.of();
  private TfIdfBaseline baseline = new TfIdfBaseline(List.of());
  private int next;

  /** Makes the texts, and the baseline's dictionary of them. */
  @Setup
  public void prepare() {
    Texts texts = new Texts(1);
    gate = texts.comments(COMMENTS, NEARLY_NONE_RELEVANT);
    full = texts.comments(COMMENTS, TWENTIETH_RELEVANT);
    articles = texts.articles(ARTICLES);
    baseline = baseline();
  }

  /** The baseline on the dictionary of the texts that are judged. */
  static TfIdfBaseline baseline() {
    Texts texts = new Texts(1);
    List<String> known = new ArrayList<>();
    Stream.of(
            texts.comments(COMMENTS, NEARLY_NONE_RELEVANT),
            texts.comments(COMMENTS, TWENTIETH_RELEVANT),
            texts.articles(ARTICLES))
        .flatMap(List::stream)
        .forEach(submission -> known.add(submission.text()));
    return new TfIdfBaseline(known);
  }

  @Benchmark
  public Assessment gate() {
    return assessor.assess(nextOf(gate));
  }

  @Benchmark
  public Assessment full() {
    return assessor.assess(nextOf(full));
  }

  @Benchmark
  public Assessment articles() {
    return assessor.assess(nextOf(articles));
  }

  @Benchmark
  public double baselineComments() {
    return baseline.score(nextOf(full).text());
  }

  @Benchmark
  public double baselineArticles() {
    return baseline.score(nextOf(articles).text());
  }

  private Submission nextOf(List<Submission> texts) {
    next = next + 1 < texts.size() ? next + 1 : 0;
    return texts.get(next);
  }
}
