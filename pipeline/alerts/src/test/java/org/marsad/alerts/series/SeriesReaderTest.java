// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Granularity;

class SeriesReaderTest {
  private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

  private static CountSeries read(
      @Nullable Granularity granularity, @Nullable ZoneId zone, String... rows) throws Exception {
    return new SeriesReader(granularity, zone)
        .read(new BufferedReader(new StringReader(String.join("\n", rows))));
  }

  private static CountSeries read(String... rows) throws Exception {
    return read(null, null, rows);
  }

  private static List<@Nullable Long> counts(CountSeries series) {
    return series.buckets().stream().<@Nullable Long>map(Bucket::count).toList();
  }

  @Test
  void daysWithTotalsAndAGap() throws Exception {
    CountSeries series =
        read("timestamp,count,total", "2026-03-01,3,10", "2026-03-02,4,", "2026-03-04,5,9");

    assertThat(series.granularity()).isEqualTo(Granularity.DAY);
    assertThat(series.timestamps())
        .containsExactly("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04");
    assertThat(counts(series)).containsExactly(3L, 4L, null, 5L);
    assertThat(series.buckets().stream().<@Nullable Long>map(Bucket::total).toList())
        .containsExactly(10L, null, null, 9L);
    assertThat(series.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-02-30,5;is no date",
        "yesterday,5;is no date",
        "2026-03-02,-5;is no whole number",
        "2026-03-02,many;is no whole number",
        "2026-03-02,99999999999999999999;is no whole number",
        "2026-03-02,9999999999999;between 0 and",
        "2026-03-02,1e999999999;is no whole number",
        "2026-03-02,;is missing",
        "2026-03-02;has 1 cells",
        "2026-03-02,5,6,7;has 4 cells",
        "2026-03-02,6,5;above its total",
        "2026-03-01,6,8;counted in row 2 already",
        "2926-03-02,6,8;more than 10 years",
      })
  void aBadRowIsNamedAndCostsNoOther(String row, String told) throws Exception {
    CountSeries series =
        read("timestamp,count,total", "2026-03-01,1,9", row, "2026-03-03,3,9", "2026-03-04,4,9");

    assertThat(series.faults()).hasSizeLessThanOrEqualTo(2);
    assertThat(series.faults().stream().filter(fault -> fault.row() == 3))
        .last()
        .satisfies(fault -> assertThat(fault.message()).contains(told));
    assertThat(counts(series)).containsExactly(1L, null, 3L, 4L);
  }

  @Test
  void aLateRowIsNamedAndPutInItsPlace() throws Exception {
    CountSeries series =
        read("timestamp,count", "2026-03-01,1", "2026-03-03,3", "2026-03-02,2", "2026-03-04,4");

    assertThat(counts(series)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(series.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("put in its place"));
  }

  @Test
  void hoursInManySpellings() throws Exception {
    CountSeries series =
        read(
            "\uFEFFTimestamp, Count",
            "\"2026-03-01 10:00:00\",\"1\"",
            "2026-03-01T11:00,2.0",
            "",
            "2026-03-01T12,3\r");

    assertThat(series.granularity()).isEqualTo(Granularity.HOUR);
    assertThat(counts(series)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void finerRowsAreSummedUpAndAnIncompleteHourIsUnknown() throws Exception {
    CountSeries series =
        read(
            "timestamp,count",
            "2026-03-01T10:00Z,1",
            "2026-03-01T10:30Z,2",
            "2026-03-01T11:00Z,4",
            "2026-03-01T12:00Z,8",
            "2026-03-01T12:30Z,16");

    assertThat(series.timestamps()).last().isEqualTo("2026-03-01T12:00Z");
    assertThat(counts(series)).containsExactly(3L, null, 24L);
  }

  @Test
  void ramadanMovesTheClockAndNoHourIsLost() throws Exception {
    // On 15 February 2026 at 3:00 the clocks of Morocco were put back to 2:00.
    String[] stated = {
      "timestamp,count",
      "2026-02-15T01:00+01:00,1",
      "2026-02-15T02:00+01:00,2",
      "2026-02-15T02:00+00:00,3",
      "2026-02-15T03:00+00:00,4"
    };
    CountSeries series = read(stated);
    assertThat(series.faults()).isEmpty();
    assertThat(counts(series)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(series.buckets().get(3).start().getHour()).isEqualTo(3);

    for (int row = 1; row < stated.length; row++) {
      stated[row] = stated[row].replaceAll("\\+0\\d:00", "");
    }
    assertThat(read(null, CASABLANCA, stated).buckets()).isEqualTo(series.buckets());
    assertThat(read(stated).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("clock was put back"));
  }

  @Test
  void anHourThatAClockSkippedIsNamed() throws Exception {
    // On 22 March 2026 at 2:00 they were put forward to 3:00.
    CountSeries series =
        read(
            null,
            CASABLANCA,
            "timestamp,count",
            "2026-03-22T01:00,1",
            "2026-03-22T02:00,2",
            "2026-03-22T03:00,3");

    assertThat(series.faults()).singleElement().extracting(RowFault::row).isEqualTo(3L);
    assertThat(counts(series)).containsExactly(1L, 3L);
  }

  @Test
  void daysOfAPlaceThatAreWrittenInUtc() throws Exception {
    CountSeries series =
        read(
            null,
            CASABLANCA,
            "timestamp,count",
            "2026-02-13T23:00:00Z,14",
            "2026-02-14T23:00:00Z,15",
            "2026-02-16T00:00:00Z,16");

    assertThat(counts(series)).containsExactly(14L, 15L, 16L);
  }

  @Test
  void whatIsNoSeriesIsToldSo() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("header");
    assertThatThrownBy(() -> read("2026-03-01,5")).hasMessageContaining("header");
    assertThatThrownBy(() -> read("timestamp,count")).hasMessageContaining("no rows");
  }
}
