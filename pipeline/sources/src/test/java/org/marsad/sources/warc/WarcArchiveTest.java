// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.RawDocument;
import org.netpreserve.jwarc.WarcReader;

class WarcArchiveTest {
  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00.123456Z");
  private static final long ROOMY = 1L << 20;

  @TempDir Path temporary;

  @Test
  void aPageComesBackWithAllThatWasKnownOfIt() throws IOException {
    RawDocument raw = page("https://outlet.example/مقال?a=1", "نص المقال", NOW);
    Provenance kept = write(archive(ROOMY, NOW), raw);

    RawDocument found =
        WarcCaptures.find(file(kept), Objects.requireNonNull(kept.recordId())).orElseThrow();
    assertThat(found)
        .usingRecursiveComparison()
        .isEqualTo(raw.toBuilder().provenance(kept).build());
    assertThat(Provenance.sha256(Objects.requireNonNull(found.body()))).isEqualTo(kept.sha256());
  }

  @Test
  void everyRecordIsAMemberOfItsOwnBehindTheFilesDescription() throws IOException {
    Provenance kept = write(archive(ROOMY, NOW), page("https://outlet.example/1", "one", NOW));
    List<String> types = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file(kept))) {
      reader.records().forEach(record -> types.add(record.type()));
    }
    assertThat(types).containsExactly("warcinfo", "metadata", "resource");
    try (WarcReader reader = new WarcReader(file(kept))) {
      reader.calculateBlockDigest();
      reader.next();
      reader.next();
      var resource = reader.next().orElseThrow();
      resource.body().consume();
      assertThat(resource.calculatedBlockDigest()).isEqualTo(resource.blockDigest());
    }
  }

  @Test
  void theSameCaptureHasTheSameRecordIdAndAnotherOneAnother() throws IOException {
    WarcArchive archive = archive(ROOMY, NOW);
    Provenance first = write(archive, page("https://outlet.example/1", "one", NOW));
    Provenance replayed = write(archive(ROOMY, NOW), page("https://outlet.example/1", "one", NOW));
    Provenance edited = write(archive, page("https://outlet.example/1", "two", NOW));
    assertThat(replayed.recordId()).isEqualTo(first.recordId());
    assertThat(edited.recordId()).isNotEqualTo(first.recordId());
    assertThat(replayed.archiveFile()).isNotEqualTo(first.archiveFile());
  }

  @Test
  void aFileEndsBeforeItGrowsTooLargeAndAnOldOneGoes() throws IOException {
    Provenance old = write(archive(ROOMY, NOW), page("https://outlet.example/0", "old", NOW));
    Instant later = NOW.plus(Duration.ofDays(31));
    WarcArchive small = archive(3_000, later);
    List<Provenance> kept = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      kept.add(write(small, page("https://outlet.example/" + i, "text " + i, later)));
    }
    assertThat(kept.stream().map(Provenance::archiveFile).distinct().count()).isGreaterThan(1);
    for (Provenance each : kept) {
      assertThat(WarcCaptures.find(file(each), Objects.requireNonNull(each.recordId())))
          .isPresent();
      assertThat(Files.size(file(each))).isLessThan(3_000);
    }
    assertThat(file(old)).doesNotExist();
    assertThat(new RemovedFiles(temporary.resolve("archive")).of(String.valueOf(old.archiveFile())))
        .hasValue(new RemovedFiles.Removal(later, RemovedFiles.Rule.AGE));
  }

  @Test
  void theOldestFilesGoWhenAllTogetherGrowTooLarge() throws IOException {
    WarcSettings settings =
        new WarcSettings(
            temporary.resolve("archive").toString(), 3_000, Duration.ofDays(30), 12_000, 0);
    List<Provenance> kept = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // Each from a start of its own, so that the files' names tell their order.
      Instant now = NOW.plusSeconds(i);
      WarcArchive archive = WarcArchive.open(settings, Clock.fixed(now, ZoneOffset.UTC));
      kept.add(write(archive, page("https://outlet.example/" + i, "text " + i, now)));
    }

    long total = 0;
    for (Path file : FileNames.in(temporary.resolve("archive"))) {
      total += Files.size(file);
    }
    assertThat(total).isBetween(6_000L, 12_000L);
    assertThat(file(kept.get(39))).exists();
    assertThat(file(kept.get(0))).doesNotExist();
    RemovedFiles removed = new RemovedFiles(temporary.resolve("archive"));
    assertThat(removed.of(String.valueOf(kept.get(0).archiveFile())))
        .hasValueSatisfying(
            removal -> {
              assertThat(removal.rule()).isEqualTo(RemovedFiles.Rule.SIZE);
              assertThat(removal.at()).isAfterOrEqualTo(NOW);
            });
    assertThat(removed.of(String.valueOf(kept.get(39).archiveFile()))).isEmpty();
  }

  @Test
  void aDiskThatIsToStayFreeIsLeftFreeAndTheNextPageIsTriedAgain() throws IOException {
    Provenance old = write(archive(ROOMY, NOW), page("https://outlet.example/0", "old", NOW));
    Instant later = NOW.plus(Duration.ofDays(31));
    WarcArchive full =
        WarcArchive.open(
            new WarcSettings(
                temporary.resolve("archive").toString(),
                ROOMY,
                Duration.ofDays(30),
                Long.MAX_VALUE,
                Long.MAX_VALUE),
            Clock.fixed(later, ZoneOffset.UTC));
    RawDocument raw = page("https://outlet.example/1", "one", later);

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> write(full, raw))
          .isInstanceOf(ArchiveFullException.class)
          .hasMessageContaining("MB are free");
    }

    assertThat(file(old)).as("what is too old makes room").doesNotExist();
    assertThat(FileNames.in(temporary.resolve("archive"))).isEmpty();
    assertThat(write(archive(ROOMY, later), raw).archiveFile()).isNotNull();
  }

  @Test
  void aHalfRecordDoesNotHarmWhatIsBefore() throws IOException {
    Provenance kept = write(archive(ROOMY, NOW), page("https://outlet.example/1", "one", NOW));
    byte[] whole = Files.readAllBytes(file(kept));
    try (var out = Files.newOutputStream(file(kept), StandardOpenOption.APPEND)) {
      out.write(whole, 0, 200);
    }
    try (WarcCaptures captures = WarcCaptures.open(file(kept))) {
      assertThat(captures.next()).isNotNull();
      assertThat(captures.next()).isNull();
      assertThat(captures.isTorn()).isTrue();
    }
    Provenance next = write(archive(ROOMY, NOW), page("https://outlet.example/2", "two", NOW));
    assertThat(next.archiveFile()).isNotEqualTo(kept.archiveFile());
  }

  @Test
  void whatCannotBeWrittenSaysSoAndTheNextOneIsKept() throws IOException {
    WarcArchive archive = archive(ROOMY, NOW);
    RawDocument raw = page("https://outlet.example/1", "one", NOW);
    Provenance kept = write(archive, raw);
    Path folder = Objects.requireNonNull(file(kept).getParent());
    Path away = folder.resolveSibling("away");
    Files.move(folder, away);
    assertThatThrownBy(() -> write(archive, raw)).isInstanceOf(IOException.class);
    Files.move(away, folder);
    assertThat(
            WarcCaptures.find(file(write(archive, raw)), Objects.requireNonNull(kept.recordId())))
        .isPresent();
  }

  @Test
  void anErasedPageIsInNoByteWhileOthersStayAndTheWriterGoesOn() throws Exception {
    WarcArchive archive = archive(ROOMY, NOW);
    Provenance before = write(archive, page("https://outlet.example/1", "first words", NOW));
    Provenance planted = write(archive, page("https://outlet.example/2", "planted words", NOW));
    Provenance after = write(archive, page("https://outlet.example/3", "last words", NOW));
    byte[] junk = {31, (byte) 139, 8, 0, 1};
    Files.write(file(planted), junk, StandardOpenOption.APPEND);

    List<String> removed =
        new WarcErasure(temporary.resolve("archive"))
            .erase(
                List.of(DocumentIds.ofUrl("https://outlet.example/2")),
                raw -> "https://outlet.example/2".equals(raw.url()));

    assertThat(removed).containsExactly(planted.archiveFile() + " " + planted.recordId());
    assertThat(unpacked()).contains("first words", "last words");
    assertThat(unpacked()).doesNotContain("planted words", "outlet.example/2");
    assertThat(WarcCaptures.find(file(before), Objects.requireNonNull(before.recordId())))
        .isPresent();
    assertThat(WarcCaptures.find(file(after), Objects.requireNonNull(after.recordId())))
        .isPresent();
    Provenance next = write(archive, page("https://outlet.example/4", "more words", NOW));
    assertThat(WarcCaptures.find(file(next), Objects.requireNonNull(next.recordId()))).isPresent();
  }

  @Test
  void anErasedPageIsNotKeptAgainWhoeverWrites() throws IOException {
    WarcArchive archive = archive(ROOMY, NOW);
    RawDocument raw = page("https://outlet.example/2?utm_source=feed", "planted words", NOW);
    write(archive, raw);
    new WarcErasure(temporary.resolve("archive"))
        .erase(List.of(DocumentIds.ofUrl("https://outlet.example/2")), page -> true);

    assertThat(write(archive, raw).archiveFile()).isNull();
    assertThat(write(archive(ROOMY, NOW), raw)).isEqualTo(raw.provenance());
    assertThat(write(archive, page("https://outlet.example/3", "other", NOW)).archiveFile())
        .isNotNull();
  }

  @Test
  void erasingWhileManyWriteLosesNothingElse() throws Exception {
    int writers = 4;
    int pages = 40;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    for (int w = 0; w < writers; w++) {
      int own = w;
      threads.submit(
          () -> {
            WarcArchive archive = archive(8_000, NOW);
            for (int i = 0; i < pages; i++) {
              write(archive, page("https://o" + own + ".example/" + i, "text of " + i, NOW));
            }
            return own;
          });
    }
    threads.shutdown();
    WarcErasure erasure = new WarcErasure(temporary.resolve("archive"));
    do {
      erasure.erase(List.of(), raw -> String.valueOf(raw.url()).endsWith("/7"));
    } while (!threads.awaitTermination(5, TimeUnit.MILLISECONDS));
    erasure.erase(List.of(), raw -> String.valueOf(raw.url()).endsWith("/7"));

    List<String> left = new ArrayList<>();
    for (Path file : FileNames.in(temporary.resolve("archive"))) {
      try (WarcCaptures captures = WarcCaptures.open(file)) {
        for (RawDocument next = captures.next(); next != null; next = captures.next()) {
          left.add(String.valueOf(next.url()));
        }
        assertThat(captures.isTorn()).isFalse();
      }
    }
    assertThat(left).doesNotHaveDuplicates().hasSize(writers * (pages - 1));
  }

  private String unpacked() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : FileNames.in(temporary.resolve("archive"))) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        all.append(new String(in.readAllBytes(), UTF_8));
      }
    }
    return all.toString();
  }

  private WarcArchive archive(long maxFileBytes, Instant now) throws IOException {
    return WarcArchive.open(
        new WarcSettings(
            temporary.resolve("archive").toString(), maxFileBytes, Duration.ofDays(30)),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Path file(Provenance kept) {
    return temporary.resolve("archive").resolve(Objects.requireNonNull(kept.archiveFile()));
  }

  private static Provenance write(WarcArchive archive, RawDocument raw) throws IOException {
    byte[] body = Objects.requireNonNull(raw.body());
    Provenance kept = archive.write(raw, body, Objects.requireNonNull(raw.provenance()));
    archive.sync();
    return kept;
  }

  private static RawDocument page(String url, String text, Instant captured) {
    byte[] body = ("<html><body><p>" + text + "</p></body></html>").getBytes(UTF_8);
    return RawDocument.builder("outlet", DocumentKind.ARTICLE, captured, url)
        .nativeId("guid-1")
        .url(url)
        .title("عنوان\nsecond line")
        .body(body)
        .contentType("text/html; charset=utf-8")
        .byline("A Byline")
        .published(Instant.parse("2026-07-19T08:00:00Z"))
        .language("ar")
        .provenance(Provenance.of(body, Robots.ALLOWED))
        .build();
  }
}
