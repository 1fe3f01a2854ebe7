// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.index.ErasedDocument;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.text.CanonicalUrl;

/**
 * Recognises the captures of erased documents: by their records, by their address, and, within the
 * same site, by what is in them. For a page may have been captured many times, also under addresses
 * that the index never took, because it held the same text already.
 */
final class ErasedPages implements Predicate<RawDocument> {
  private final DocumentExtractor extractor = new DocumentExtractor(new ArticleExtractor());
  private final Set<String> ids = new HashSet<>();
  private final Set<String> records = new HashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> sites = new HashSet<>();
  private boolean anySite;

  ErasedPages(List<ErasedDocument> documents) {
    for (ErasedDocument document : documents) {
      ids.add(document.id());
      records.addAll(document.recordIds());
      texts.addAll(document.contentHashes());
      String site = site(document.url());
      if (site != null) {
        sites.add(site);
      } else if (!document.wasThere() || document.erasedBefore()) {
        // Nobody knows any more where it was.
        anySite = true;
      }
    }
  }

  @Override
  public boolean test(RawDocument page) {
    String canonical = CanonicalUrl.of(page.url());
    if (canonical != null && ids.contains(DocumentIds.ofUrl(canonical))) {
      return true;
    }
    if (page.provenance() != null
        && page.provenance().recordId() != null
        && records.contains(page.provenance().recordId())) {
      return true;
    }
    String site = site(page.url());
    return (anySite || (site != null && sites.contains(site))) && holds(page);
  }

  private boolean holds(RawDocument page) {
    Document document = extractor.extract(page).document();
    return document != null
        && (ids.contains(document.id()) || texts.contains(document.contentHash()));
  }

  private static @Nullable String site(@Nullable String url) {
    String canonical = CanonicalUrl.of(url);
    if (canonical == null) {
      return null;
    }
    try {
      String host = URI.create(canonical).getHost();
      return host == null
          ? null
          : host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m|amp)\\.", "");
    } catch (IllegalArgumentException noHost) {
      return null;
    }
  }
}
