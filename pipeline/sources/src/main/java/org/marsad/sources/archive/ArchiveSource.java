// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.time.Clock;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.Secret;

/**
 * Reads files once, each by one reader. Every record of theirs comes out exactly once, as a
 * document or as a rejection; after a restart each file goes on behind the last record that a
 * checkpoint holds.
 *
 * <p>The counters {@value #DOCUMENTS_READ} and {@value #REJECTIONS_READ} of the readers' metric
 * groups tell how many of each have been emitted.
 */
public final class ArchiveSource implements Source<Intake, ArchiveSplit, PendingFiles> {
  public static final String DOCUMENTS_READ = "documentsRead";
  public static final String REJECTIONS_READ = "rejectionsRead";

  private static final long serialVersionUID = 1;

  private final List<ArchiveSplit> files;
  private final FieldMapping mapping;
  private final @Nullable DocumentKind kind;
  private final Secret pseudonymKey;

  /**
   * @param pseudonymKey where it is, as {@link Pseudonyms} wants it
   * @throws IllegalArgumentException for paths that do not exist, have no known format or hold no
   *     file; one message for all of them
   */
  public ArchiveSource(ArchiveInput input, Secret pseudonymKey) {
    this.files = input.splits();
    this.mapping = input.mapping();
    this.kind = input.kind();
    this.pseudonymKey = pseudonymKey;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Intake, ArchiveSplit> createReader(SourceReaderContext context) {
    Pseudonyms pseudonyms = new Pseudonyms(pseudonymKey.bytes());
    return new ArchiveReader(
        context,
        split ->
            new FileRecords(
                new RecordMapper(
                    new ImportedFile(split, kind, Clock.systemUTC()), mapping, pseudonyms)));
  }

  @Override
  public SplitEnumerator<ArchiveSplit, PendingFiles> createEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context) {
    return restoreEnumerator(context, new PendingFiles(files));
  }

  @Override
  public SplitEnumerator<ArchiveSplit, PendingFiles> restoreEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context, PendingFiles pending) {
    return new ArchiveEnumerator(context, pending);
  }

  @Override
  public SimpleVersionedSerializer<ArchiveSplit> getSplitSerializer() {
    return new ArchiveSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<PendingFiles> getEnumeratorCheckpointSerializer() {
    return new PendingFiles.Serializer();
  }
}
