// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Dated;
import org.marsad.sources.text.PublicationDates.Precision;

/** When a page says that it was published and changed. */
final class PageDates {
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?iu)^[^\\p{L}\\p{N}]*(?:mise? à jour|modifiée?|dernière mise|last (?:updated|modified)|updated"
              + "|actualizad[oa]|última actualización|آخر تحديث|تم التحديث|حُ?دِّ?ث|aktualisiert)");

  /** A time belongs to a day if it lies in it, in whichever zone that day was meant. */
  private static final Duration SAME_DAY = Duration.ofHours(26);

  private final Document page;
  private final MetaElements metas;
  private final JsonLd stated;
  private final List<String> titleLines;
  private final Instant now;

  PageDates(
      Document page, MetaElements metas, JsonLd stated, List<String> titleLines, Instant now) {
    this.page = page;
    this.metas = metas;
    this.stated = stated;
    this.titleLines = titleLines;
    this.now = now;
  }

  /** The first date that can be read; where that is a day, the time that another gives of it. */
  @Nullable Dated published() {
    Dated day = null;
    for (Supplier<@Nullable String> statement : publishedStatements()) {
      Dated found = PublicationDates.dated(statement.get(), now);
      if (found == null) {
        continue;
      }
      if (found.precision() == Precision.MINUTE && (day == null || isSameDay(day, found))) {
        return found;
      }
      day = day == null ? found : day;
    }
    return day;
  }

  private static boolean isSameDay(Dated day, Dated time) {
    return Duration.between(day.instant(), time.instant()).abs().compareTo(SAME_DAY) < 0;
  }

  /** From the surest to the least sure; asked only as far as needed. */
  private List<Supplier<@Nullable String>> publishedStatements() {
    return List.of(
        () -> stated.text("datePublished"),
        () -> stated.text("dateCreated"),
        () -> stated.text("uploadDate"),
        () ->
            metas.get(
                "article:published_time",
                "og:published_time",
                "datepublished",
                "date",
                "pubdate",
                "publishdate",
                "parsely-pub-date",
                "dc.date",
                "dc.date.issued",
                "dcterms.created",
                "sailthru.date",
                "article.published"),
        () -> Selected.attribute(page, "[itemprop=datePublished]", "content"),
        () -> Selected.attribute(page, "[itemprop=datePublished]", "datetime"),
        () ->
            Selected.attribute(page, "time[pubdate], time.entry-date, time.published", "datetime"),
        () -> Selected.attribute(page, "abbr.published", "title"),
        () -> Selected.attribute(page, "article time[datetime], main time[datetime]", "datetime"),
        () -> Selected.attribute(page, "time[datetime]", "datetime"),
        () -> Selected.text(page, "[itemprop=datePublished]"),
        () -> Selected.text(page, "time[pubdate], time.entry-date, time.published"),
        () -> Selected.text(page, "article time, main time"),
        () -> Selected.text(page, "time"),
        () -> inTitleLines(false));
  }

  @Nullable Instant modified() {
    return Stream.<Supplier<@Nullable String>>of(
            () -> stated.text("dateModified"),
            () -> metas.get("article:modified_time", "og:updated_time", "last-modified"),
            () -> metas.get("datemodified"),
            () -> Selected.attribute(page, "[itemprop=dateModified]", "datetime"),
            () -> inTitleLines(true))
        .map(statement -> PublicationDates.parse(statement.get(), now))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String inTitleLines(boolean changed) {
    for (String line : titleLines) {
      if (CHANGED.matcher(line).find() == changed && PublicationDates.parse(line, now) != null) {
        return line;
      }
    }
    return null;
  }
}
