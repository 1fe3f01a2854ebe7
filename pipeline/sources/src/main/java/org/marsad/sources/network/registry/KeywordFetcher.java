// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Deletion;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.DocumentIdentity;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keywords;
import org.marsad.sources.network.Memory;
import org.marsad.sources.text.CanonicalUrl;

/**
 * Lets only those posts and comments through in which a keyword occurs: the rest of what people
 * write is none of our business. What was let through once is let through again, whatever it says
 * by then, so that no wording is kept that its author has changed. Deletions and rejections pass.
 *
 * <p>What was let through stands in the cursor before that of the fetcher itself.
 */
final class KeywordFetcher implements Fetcher {
  /** In posts, about 20 KB: more than any fetcher looks at again. */
  private static final int CAPACITY = 1_500;

  /** A cursor of a fetcher alone has another form, and stands for one with an empty memory. */
  private static final Pattern CURSOR = Pattern.compile("k1:([0-9a-f]*):(.*)", Pattern.DOTALL);

  private final Fetcher all;
  private final Keywords keywords;

  KeywordFetcher(Fetcher all, Keywords keywords) {
    this.all = all;
    this.keywords = keywords;
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    Matcher parts = CURSOR.matcher(Objects.requireNonNullElse(cursor, ""));
    boolean ours = parts.matches();
    Memory taken = Memory.of(ours ? parts.group(1) : "", CAPACITY);
    FetchStep step = all.fetch(ours ? parts.group(2) : cursor);
    List<Intake> chosen = new ArrayList<>();
    for (Intake record : step.records()) {
      if (isChosen(record, taken)) {
        chosen.add(record);
      }
    }
    return new FetchStep(chosen, joined(taken, step.cursor()), step.more(), step.fault());
  }

  private boolean isChosen(Intake record, Memory taken) {
    Deletion deletion = record.deletion();
    if (deletion != null && deletion.documentId() != null) {
      taken.forget(deletion.documentId());
    }
    RawDocument document = record.document();
    if (document == null) {
      return true;
    }
    String id = id(document);
    boolean chosen = taken.knows(id) || keywords.match(words(document));
    if (chosen) {
      taken.remember(id);
    }
    return chosen;
  }

  private static String id(RawDocument document) {
    return DocumentIdentity.ofPost(
        document.sourceId(),
        document.kind(),
        Objects.requireNonNull(document.nativeId(), "networks number what they publish"),
        CanonicalUrl.of(document.url()));
  }

  private static String words(RawDocument document) {
    return Objects.requireNonNullElse(document.title(), "")
        + "\n"
        + Objects.requireNonNullElse(document.text(), "");
  }

  private static @Nullable String joined(Memory taken, @Nullable String cursor) {
    String known = taken.joined();
    return cursor == null || known.isEmpty() ? cursor : "k1:" + known + ":" + cursor;
  }

  @Override
  public void close() {
    all.close();
  }
}
