// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.registry;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keywords;

/**
 * Lets only those posts and comments through in which a keyword occurs: the rest of what people
 * write is none of our business. Deletions and rejections pass.
 */
final class KeywordFetcher implements Fetcher {
  private final Fetcher all;
  private final Keywords keywords;

  KeywordFetcher(Fetcher all, Keywords keywords) {
    this.all = all;
    this.keywords = keywords;
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    FetchStep step = all.fetch(cursor);
    List<Intake> chosen = step.records().stream().filter(this::isChosen).toList();
    return new FetchStep(chosen, step.cursor(), step.more(), step.fault());
  }

  private boolean isChosen(Intake record) {
    RawDocument document = record.document();
    return document == null
        || keywords.match(
            Objects.requireNonNullElse(document.title(), "")
                + "\n"
                + Objects.requireNonNullElse(document.text(), ""));
  }

  @Override
  public void close() {
    all.close();
  }
}
