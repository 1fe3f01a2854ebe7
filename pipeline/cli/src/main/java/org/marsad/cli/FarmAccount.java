// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.demo.farm.FarmItem;
import org.marsad.model.DocumentIds;
import org.marsad.sources.text.CanonicalUrl;

/**
 * What became of the items of a farm.
 *
 * @param duplicates whose words are in the index under another address
 * @param givenUp of the rejected, those whose pages hold an article
 * @param twice documents that say what another one says
 * @param missing neither in the index nor among the rejections
 * @param unexpected documents that nobody published
 */
record FarmAccount(
    int published,
    int indexed,
    int duplicates,
    int rejected,
    int givenUp,
    int twice,
    List<FarmItem> missing,
    int unexpected) {

  /**
   * @param documents the ids of all documents
   * @param rejections what all rejections refer to
   */
  static FarmAccount of(List<FarmItem> items, Set<String> documents, Set<String> rejections) {
    List<FarmItem> indexed = items.stream().filter(i -> documents.contains(id(i))).toList();
    Set<Long> words = indexed.stream().map(FarmItem::words).collect(Collectors.toSet());
    int duplicates = 0;
    int rejected = 0;
    int givenUp = 0;
    List<FarmItem> missing = new ArrayList<>();
    for (FarmItem item : items) {
      if (documents.contains(id(item))) {
        continue;
      }
      if (rejections.contains(item.url())) {
        rejected++;
        givenUp += item.fate().isRejected() ? 0 : 1;
      } else if (words.contains(item.words())) {
        duplicates++;
      } else {
        missing.add(item);
      }
    }
    return new FarmAccount(
        items.size(),
        indexed.size(),
        duplicates,
        rejected,
        givenUp,
        indexed.size() - words.size(),
        missing,
        documents.size() - indexed.size());
  }

  static String id(FarmItem item) {
    return DocumentIds.ofUrl(String.valueOf(CanonicalUrl.of(item.url())));
  }
}
