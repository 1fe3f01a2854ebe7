// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.Json;
import org.marsad.sources.article.BinaryContent;
import org.marsad.sources.text.CharsetDetection;

/** A JSON object a line; empty lines do not count. A record's number is its line's. */
final class JsonLines implements RecordReader {
  private static final ObjectReader JSON =
      Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final LineReader lines;
  private RecordMapper mapper;
  private boolean fitted;

  /**
   * @param start the file's first bytes, which come again with the rest
   */
  JsonLines(InputStream in, byte[] start, RecordMapper mapper) throws BadFileException {
    refuseUtf16(start);
    this.lines = new LineReader(in, FileRecords.LONGEST_RECORD);
    this.mapper = mapper;
  }

  @Override
  public @Nullable Intake next() throws IOException {
    for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
      byte[] bytes = line.bytes();
      if (bytes == null) {
        return mapper.rejection("too-large", FileRecords.TOO_LARGE, line.number());
      }
      String text = CharsetDetection.decode(bytes, null).text();
      if (!text.isBlank()) {
        return record(text, bytes, line.number());
      }
    }
    return null;
  }

  /** Its line breaks are others, so that it would come apart at the wrong places. */
  private static void refuseUtf16(byte[] start) throws BadFileException {
    boolean marked =
        start.length > 1 && (start[0] & start[1] & 0xFE) == 0xFE && start[0] != start[1];
    if (marked) {
      throw new BadFileException(
          "not-utf8", "the file is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE");
    }
  }

  private Intake record(String text, byte[] bytes, long number) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // The parser's own message quotes the line, which may hold personal data.
      return BinaryContent.is(bytes)
          ? mapper.rejection("not-text", "the line holds binary data; remove it", number)
          : mapper.rejection(
              "malformed-json",
              "the line is no JSON from column "
                  + e.getLocation().getColumnNr()
                  + " on; write one whole JSON object a line",
              number);
    }
    if (!json.isObject()) {
      return mapper.rejection(
          "malformed-json",
          "the line holds JSON but no object; write one object a line, such as {\"text\": …}",
          number);
    }
    JsonFields fields = new JsonFields(CollectedItem.of(json));
    if (!fitted) {
      // An export has lines of one sort: the first tells which.
      mapper = mapper.fitting(fields.names());
      fitted = true;
    }
    return mapper.record(fields, number);
  }
}
