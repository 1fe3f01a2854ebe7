// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.sources.text.CharsetDetection;

/**
 * A table whose first row names its columns, parted by commas, semicolons or tabs, whichever that
 * row has most of. A record's number is its row's as a spreadsheet shows it: the header has 1.
 */
final class CsvRows implements RecordReader {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  private final CSVFormat format;
  private final RowText text;
  private RecordMapper mapper;
  private CSVParser parser;
  private Iterator<CSVRecord> rows;
  private @Nullable Map<String, Integer> columns;
  private long number;

  /**
   * @param sample the file's first bytes, which tell its encoding and delimiter
   */
  CsvRows(InputStream in, byte[] sample, RecordMapper mapper) throws IOException {
    this.mapper = mapper;
    CharsetDetection.Decoded start = CharsetDetection.decode(wholeLines(sample), null);
    format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(start.text()))
            // Lenient: a quotation mark within a cell is no reason to lose the rest of the file.
            .setTrailingData(true)
            .get();
    text =
        new RowText(
            new InputStreamReader(in, Charset.forName(start.charset())),
            FileRecords.LONGEST_RECORD);
    parser = CSVParser.builder().setReader(text).setFormat(format).get();
    rows = parser.iterator();
  }

  @Override
  public @Nullable Intake next() throws IOException {
    try {
      if (columns == null) {
        columns = header();
      }
      CSVRecord row = row();
      return row == null ? null : record(row, columns);
    } catch (CSVException | RowText.TooLongException noRow) {
      return withoutItsLine();
    }
  }

  private Map<String, Integer> header() throws IOException {
    CSVRecord header = row();
    Map<String, Integer> named = header == null ? Map.of() : columns(header);
    mapper = mapper.fitting(named.keySet());
    if (header != null && !mapper.hasText(named.keySet())) {
      throw new BadFileException(
          "no-text", "the first row names the columns: " + mapper.noText(named.keySet()));
    }
    return named;
  }

  private @Nullable CSVRecord row() throws IOException {
    text.rowBegins(parser.getCurrentLineNumber());
    number++;
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What follows an unclosed quotation is read as if the line with it were not there. */
  private Intake withoutItsLine() throws IOException {
    boolean line = text.skipLine();
    String reason = line ? "malformed-csv" : "too-large";
    String message =
        line
            ? "the row opens a quotation that is never closed; close it"
            : "the row " + FileRecords.TOO_LARGE;
    if (columns == null) {
      throw new BadFileException(
          reason, message + ". Without a header nothing can be read", number);
    }
    parser = CSVParser.builder().setReader(text).setFormat(format).get();
    rows = parser.iterator();
    return mapper.rejection(reason, message, number);
  }

  private Intake record(CSVRecord row, Map<String, Integer> named) {
    if (row.size() < named.size()) {
      return mapper.rejection(
          "too-few-columns",
          "the row has "
              + row.size()
              + " columns where the header names "
              + named.size()
              + "; complete it, or quote its line breaks",
          number);
    }
    return mapper.record(new Row(row, named), number);
  }

  private record Row(CSVRecord cells, Map<String, Integer> columns) implements Fields {
    @Override
    public @Nullable String apply(String name) {
      Integer column = columns.get(name.toLowerCase(Locale.ROOT));
      return column == null ? null : cells.get(column);
    }

    @Override
    public Collection<String> names() {
      return columns.keySet();
    }
  }

  private static Map<String, Integer> columns(CSVRecord header) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
      // An unnamed or repeated column still counts as one.
      columns.putIfAbsent(columns.containsKey(name) ? name + "#" + column : name, column);
    }
    return columns;
  }

  private static char delimiter(String start) {
    String header = start.lines().findFirst().orElse("");
    return DELIMITERS.stream()
        .max(Comparator.comparingLong(mark -> header.chars().filter(c -> c == mark).count()))
        .orElse(',');
  }

  /** A character that is cut in two says nothing of the encoding. */
  private static byte[] wholeLines(byte[] sample) {
    int end = sample.length;
    while (end > 0 && sample[end - 1] != '\n') {
      end--;
    }
    return end == 0 ? sample : Arrays.copyOf(sample, end);
  }
}
