// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The part of the distribution's {@code analysis-common} module that the index templates use. Each
 * language is registered twice: as a type that an index may configure, and as a ready analyzer that
 * a field may name.
 */
public final class LanguageAnalysisPlugin extends Plugin implements AnalysisPlugin {
  private static final Map<String, Supplier<Analyzer>> LANGUAGES =
      Map.of(
          "arabic", ArabicAnalyzer::new,
          "english", EnglishAnalyzer::new,
          "french", FrenchAnalyzer::new,
          "spanish", SpanishAnalyzer::new);

  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> providers = new TreeMap<>();
    LANGUAGES.forEach(
        (language, analyzer) ->
            providers.put(
                language,
                (index, environment, name, settings) ->
                    new PreBuiltAnalyzerProvider(name, AnalyzerScope.INDEX, analyzer.get())));
    return providers;
  }

  @Override
  public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
    return LANGUAGES.entrySet().stream()
        .map(
            language ->
                new PreBuiltAnalyzerProviderFactory(
                    language.getKey(), CachingStrategy.ONE, language.getValue()))
        .toList();
  }

  @Override
  public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
    return Map.of(
        "mapping",
        AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) ->
                new CharacterMapping(name, settings.getAsList("mappings"))));
  }

  @Override
  public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
    return List.of(
        PreConfiguredTokenFilter.singleton(
            "arabic_normalization", true, ArabicNormalizationFilter::new),
        PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
        PreConfiguredTokenFilter.singleton("decimal_digit", true, DecimalDigitFilter::new));
  }
}
