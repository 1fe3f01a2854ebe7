// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Deletion;
import org.marsad.model.Document;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;

/** What reading until the fetcher said that it was done brought. */
public record Reading(
    List<Intake> records, @Nullable String cursor, FetchStep.@Nullable Fault fault) {

  public List<RawDocument> documents() {
    return records.stream().map(Intake::document).filter(Objects::nonNull).toList();
  }

  /** What is stored of the documents in the end. */
  public List<Document> stored() {
    return documents().stream().map(NetworkHarness::stored).toList();
  }

  public List<Rejection> rejections() {
    return records.stream().map(Intake::rejection).filter(Objects::nonNull).toList();
  }

  public List<Deletion> deletions() {
    return records.stream().map(Intake::deletion).filter(Objects::nonNull).toList();
  }

  /** The networks' ids of the documents. */
  public List<String> ids() {
    return documents().stream().map(one -> String.valueOf(one.nativeId())).toList();
  }

  public List<String> texts() {
    return documents().stream().map(one -> String.valueOf(one.text())).toList();
  }

  /** The ids of the documents that are gone. */
  public List<String> deleted() {
    return deletions().stream().map(one -> String.valueOf(one.documentId())).toList();
  }

  /** Where there must be one. */
  public FetchStep.Fault expectedFault() {
    return Objects.requireNonNull(fault, "a fault");
  }
}
