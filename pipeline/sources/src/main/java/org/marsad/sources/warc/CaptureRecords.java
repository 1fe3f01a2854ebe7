// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** The records of which the archive's files consist, as compressed bytes. */
final class CaptureRecords {
  private static final String SHA_256 = "sha256";
  private static final String TARGET = "WARC-Target-URI";

  private CaptureRecords() {}

  /** The first record of each file. */
  static byte[] head(String file, Instant now) throws IOException {
    return members(
        new Warcinfo.Builder()
            .version(MessageVersion.WARC_1_1)
            .recordId(named("warcinfo", file, now.toString()))
            .date(now)
            .filename(file)
            .fields(
                Map.of(
                    "software", List.of("Marsad"),
                    "format", List.of("WARC File Format 1.1"),
                    "robots", List.of("obey"),
                    "description", List.of("pages of news outlets, unpacked, as resources")))
            .build());
  }

  /** Always the same id for the same capture, so that a replay is recognised as one. */
  static String recordId(RawDocument raw, Provenance provenance) {
    return "urn:uuid:"
        + named(String.valueOf(raw.url()), raw.captured().toString(), provenance.sha256());
  }

  static byte[] of(RawDocument raw, byte[] page, Provenance provenance) throws IOException {
    String url = String.valueOf(raw.url());
    URI id = URI.create(recordId(raw, provenance));
    WarcMetadata facts =
        new WarcMetadata.Builder()
            .version(MessageVersion.WARC_1_1)
            .recordId(named("metadata", id.toString()))
            .date(raw.captured())
            .setHeader(TARGET, url)
            .concurrentTo(id)
            .body(MediaType.JSON, CaptureFacts.of(raw, provenance.robots()).toJson())
            .build();
    WarcResource.Builder resource =
        new WarcResource.Builder()
            .version(MessageVersion.WARC_1_1)
            .recordId(id)
            .date(raw.captured())
            .setHeader(TARGET, url)
            .blockDigest(SHA_256, provenance.sha256())
            .payloadDigest(SHA_256, provenance.sha256())
            .body(MediaType.OCTET_STREAM, page);
    if (raw.contentType() != null) {
      resource.setHeader("Content-Type", raw.contentType().replaceAll("\\s+", " "));
    }
    return members(facts, resource.build());
  }

  private static byte[] members(WarcRecord... records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
      for (WarcRecord record : records) {
        writer.write(record);
      }
    }
    return bytes.toByteArray();
  }

  private static UUID named(String... parts) {
    return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }
}
