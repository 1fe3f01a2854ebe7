// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;

class SparklineTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static List<HistoryPoint> points(@Nullable Long... counts) {
    List<HistoryPoint> points = new ArrayList<>();
    for (@Nullable Long count : counts) {
      points.add(new HistoryPoint(START.plus(points.size(), ChronoUnit.DAYS), count));
    }
    return points;
  }

  private static BufferedImage drawn(List<HistoryPoint> points, Instant rise) throws IOException {
    byte[] file = Sparkline.png(points, rise);
    assertThat(file.length).isLessThanOrEqualTo(10_000);
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  /** Whether anything but the ground line is drawn between two parts of the width. */
  private static boolean inked(BufferedImage image, double from, double to, boolean red) {
    for (int x = (int) (from * image.getWidth()); x < to * image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight() - 30; y++) {
        Color colour = new Color(image.getRGB(x, y));
        boolean reddish = colour.getRed() - colour.getBlue() > 60;
        if (!colour.equals(Color.WHITE) && reddish == red) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aGapIsEmptyAndTheRiseIsRed() throws IOException {
    List<HistoryPoint> points = points(5L, 6L, null, null, 5L, 6L, 20L);
    BufferedImage image = drawn(points, START.plus(6, ChronoUnit.DAYS));
    assertThat(image.getWidth()).isEqualTo(1120);
    assertThat(image.getHeight()).isEqualTo(240);
    assertThat(inked(image, 0.03, 0.15, false)).isTrue();
    assertThat(inked(image, 0.25, 0.6, false)).as("the gap").isFalse();
    assertThat(inked(image, 0.7, 0.8, false)).isTrue();
    assertThat(inked(image, 0, 0.7, true)).isFalse();
    assertThat(inked(image, 0.9, 1, true)).as("the rise is on the right").isTrue();
  }

  @Test
  void otherCountsAreAnotherPicture() {
    byte[] one = Sparkline.png(points(1L, 2L, 3L), START);
    assertThat(one).isNotEqualTo(Sparkline.png(points(3L, 2L, 1L), START));
  }

  @Test
  void aSeriesOfNothingAndALongOneAreDrawnToo() throws IOException {
    drawn(points(0L), START);
    drawn(points((Long) null), START);
    Long[] many = new Long[60];
    Arrays.setAll(many, at -> (long) (at * 7919 % 101));
    drawn(points(many), START);
  }

  @Test
  void whatIsWithheldHasARing() throws IOException {
    List<HistoryPoint> points = points(5L, 6L, null, null, 5L, 6L);
    points.set(2, new HistoryPoint(points.get(2).start(), null, true));
    BufferedImage image = drawn(points, START.plus(9, ChronoUnit.DAYS));
    assertThat(inked(image, 0.37, 0.43, false)).as("the ring").isTrue();
    assertThat(inked(image, 0.5, 0.7, false)).as("the gap").isFalse();
    assertThat(Series.columns(points)).isEqualTo("▇█?·▇█");
    assertThat(Series.gaps(points)).isEqualTo(1);
    assertThat(Series.withheld(points)).isEqualTo(1);
  }

  @Test
  void charactersShowHeightsAndGaps() {
    assertThat(Series.columns(points(0L, 1L, null, 7L))).isEqualTo("▁▂·█");
    assertThat(Series.columns(points(0L, 0L))).isEqualTo("▁▁");
  }
}
