// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.ErasedDocument;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.DocumentKind;
import org.marsad.model.Morocco;
import org.marsad.model.Pseudonyms;
import picocli.CommandLine.Option;

/** What is to be erased: exactly one of its parts is given. */
final class EraseSelection {
  @Option(names = "--id", paramLabel = "ID", description = "This document.")
  @Nullable String id;

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = HttpUrl.Page.class,
      description = "The document at this address.")
  @Nullable String url;

  @Option(
      names = "--author",
      paramLabel = "PSEUDONYM",
      description = "All documents of this author.")
  @Nullable String author;

  @Option(
      names = "--account",
      paramLabel = "SOURCE:ACCOUNT",
      description =
          "All documents of this account, by the lasting identifier that its network gives it"
              + " (a number or a DID, not the handle); of a reader, by the name as signed.")
  @Nullable String account;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "All documents of this outlet, network or import.")
  @Nullable String source;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = "All that was published, or else captured, before this day in Morocco.")
  @Nullable LocalDate before;

  @Option(
      names = "--expired",
      description =
          "All that has been kept for as long as dashboard.retention-days of the settings say."
              + " Marsad does it each day while it runs.")
  boolean expired;

  @Option(
      names = "--recorded-in",
      paramLabel = "PATH",
      description =
          "All that the erasures.jsonl of another data directory, or that directory, says was"
              + " erased: after a restore that could not know of it.")
  @Nullable Path recordedIn;

  /**
   * @param kind with {@link #before}; null for all
   */
  List<ErasedDocument> find(
      DocumentsToErase documents,
      DocumentQueries queries,
      Pseudonyms pseudonyms,
      @Nullable DocumentKind kind) {
    if (id != null) {
      return documents.read(List.of(id));
    }
    if (url != null) {
      return documents.read(NamedDocuments.idsAt(url, queries));
    }
    if (author != null) {
      return documents.byAuthors(Set.of(author));
    }
    if (account != null) {
      int colon = account.indexOf(':');
      String network = account.substring(0, colon);
      return documents.byAuthors(Set.of(pseudonyms.of(network, account.substring(colon + 1))));
    }
    if (source != null) {
      return documents.ofSource(source);
    }
    LocalDate day = Objects.requireNonNull(before);
    return documents.before(day.atStartOfDay(Morocco.TIME).toInstant(), kind);
  }
}
