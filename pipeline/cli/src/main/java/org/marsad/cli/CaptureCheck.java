// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.sources.warc.RemovedFiles;
import org.marsad.sources.warc.RemovedFiles.Removal;
import org.marsad.sources.warc.WarcCaptures;

/** Whether the page that the archive holds is the one that was captured. */
enum CaptureCheck {
  VERIFIED("verified", "the archive's page has the hash that was noted when it was captured"),
  NOT_KEPT("not kept", "no page is kept of this document: its text came by itself, or by import"),
  REMOVED(
      "no longer kept",
      "the archive removed its file by its own rules, archive.keep and archive.max-total-size"),
  FILE_MISSING("archive file missing", "look for the file, and give its folder with --archive"),
  RECORD_MISSING("archive record missing", "the file is there, but not the record in it"),
  MISMATCH("does not match", "the archive's page is not the one that was captured");

  private final String verdict;
  private final String meaning;

  CaptureCheck(String verdict, String meaning) {
    this.verdict = verdict;
    this.meaning = meaning;
  }

  static CaptureCheck of(@Nullable Provenance provenance, Path archive) throws IOException {
    if (provenance == null || provenance.archiveFile() == null || provenance.recordId() == null) {
      return NOT_KEPT;
    }
    Path file = archive.resolve(provenance.archiveFile());
    if (!Files.isRegularFile(file)) {
      return removal(provenance, archive).isPresent() ? REMOVED : FILE_MISSING;
    }
    RawDocument found = WarcCaptures.find(file, provenance.recordId()).orElse(null);
    if (found == null || found.body() == null) {
      return RECORD_MISSING;
    }
    return Provenance.sha256(found.body()).equals(provenance.sha256()) ? VERIFIED : MISMATCH;
  }

  /** When and by which rule the archive removed the page's file, if it did. */
  static Optional<Removal> removal(@Nullable Provenance provenance, Path archive)
      throws IOException {
    return provenance == null || provenance.archiveFile() == null
        ? Optional.empty()
        : new RemovedFiles(archive).of(provenance.archiveFile());
  }

  boolean isGood() {
    return this == VERIFIED || this == NOT_KEPT;
  }

  String verdict() {
    return verdict;
  }

  String inWords() {
    return verdict + " (" + meaning + ")";
  }
}
