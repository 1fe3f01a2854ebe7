// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.sources.text.CanonicalUrl;

/** By what each document is known; all ways to the same document must lead to the same id. */
public final class DocumentIdentity {
  private DocumentIdentity() {}

  /**
   * Of a post or comment with the network's own id.
   *
   * @param url canonical
   */
  public static String ofPost(
      String sourceId, DocumentKind kind, String nativeId, @Nullable String url) {
    // A post's URL may name its author, and then is not kept; a comment's leads to it from its feed
    // as well as from its site's interface.
    return kind == DocumentKind.COMMENT && url != null && CanonicalUrl.namesComment(url)
        ? DocumentIds.ofUrl(url)
        : DocumentIds.ofNativeId(sourceId, nativeId);
  }

  /**
   * @param url canonical
   * @param parentUrl canonical
   */
  static String of(
      RawDocument raw,
      @Nullable String url,
      @Nullable String parentUrl,
      @Nullable String title,
      String text) {
    if (raw.nativeId() != null && raw.kind() != DocumentKind.ARTICLE) {
      return ofPost(raw.sourceId(), raw.kind(), raw.nativeId(), url);
    }
    // Exports of comments give the article's URL, which would make all of them one document.
    if (url != null && (raw.kind() != DocumentKind.COMMENT || CanonicalUrl.namesComment(url))) {
      return DocumentIds.ofUrl(url);
    }
    if (raw.nativeId() != null) {
      return DocumentIds.ofNativeId(raw.sourceId(), raw.nativeId());
    }
    return raw.kind() == DocumentKind.COMMENT
        ? DocumentIds.ofComment(raw.sourceId(), parentUrl != null ? parentUrl : url, title, text)
        : DocumentIds.ofText(raw.sourceId(), title, text);
  }

  /**
   * Of what a comment stands under or a post answers: the same as {@link #of} makes for it. Null
   * where that is not known.
   *
   * @param parentUrl canonical
   */
  static @Nullable String ofParent(RawDocument raw, @Nullable String parentUrl) {
    if (raw.parentNativeId() != null) {
      return DocumentIds.ofNativeId(raw.sourceId(), raw.parentNativeId());
    }
    return parentUrl == null ? null : DocumentIds.ofUrl(parentUrl);
  }

  /**
   * By which an article will be known, for what is found on its page.
   *
   * @param url where the page was fetched
   */
  public static String urlOf(Document page, String url) {
    String canonical = PageFacts.canonicalUrl(page, new MetaElements(page), url);
    return canonical == null ? url : canonical;
  }
}
