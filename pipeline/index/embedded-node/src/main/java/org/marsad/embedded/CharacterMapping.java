// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.embedded;

import java.io.Reader;
import java.util.List;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/** The {@code mapping} character filter, with rules of the form {@code from=>to}. */
record CharacterMapping(String name, NormalizeCharMap map) implements NormalizingCharFilterFactory {
  CharacterMapping(String name, List<String> rules) {
    this(name, parse(rules));
  }

  @Override
  public Reader create(Reader reader) {
    return new MappingCharFilter(map, reader);
  }

  private static NormalizeCharMap parse(List<String> rules) {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String rule : rules) {
      int arrow = rule.indexOf("=>");
      if (arrow < 1) {
        throw new IllegalArgumentException("mapping rule [" + rule + "] is not of the form a=>b");
      }
      map.add(rule.substring(0, arrow).strip(), rule.substring(arrow + 2).strip());
    }
    return map.build();
  }
}
