// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;

/**
 * Draws a series of counts as a small picture from left to right, on white so that it can be read
 * in a dark page too. What is unknown is a gap; over what is withheld there is a ring; a rise is
 * red and has dots. No letters, so that no font is needed.
 */
final class Sparkline {
  /** Pixels of the file; it is shown at half the size, which is sharp on fine screens. */
  static final int WIDTH = 1120;

  static final int HEIGHT = 240;

  private static final int MARGIN = 20;
  private static final float STROKE = 4;
  private static final double DOT = 14;
  private static final double RING = 12;
  private static final Color USUAL = new Color(0x4a5a6a);
  private static final Color RISE = new Color(0xc0392b);
  private static final Color GROUND = new Color(0xd0d0d0);

  /** Four colours and no shades in between keep the file small. */
  private static final IndexColorModel PALETTE = palette(Color.WHITE, USUAL, RISE, GROUND);

  private final List<HistoryPoint> points;
  private final Instant rise;
  private final long most;

  private Sparkline(List<HistoryPoint> points, Instant rise) {
    this.points = points;
    this.rise = rise;
    this.most = Math.max(1, Series.peak(points));
  }

  /**
   * @param points oldest first
   * @param rise when the rise began
   * @return a PNG file
   */
  static byte[] png(List<HistoryPoint> points, Instant rise) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, PALETTE);
    Graphics2D canvas = image.createGraphics();
    try {
      new Sparkline(points, rise).draw(canvas);
    } finally {
      canvas.dispose();
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("cannot write a picture to memory", impossible);
    }
    return file.toByteArray();
  }

  private static IndexColorModel palette(Color... colours) {
    byte[] red = new byte[colours.length];
    byte[] green = new byte[colours.length];
    byte[] blue = new byte[colours.length];
    for (int at = 0; at < colours.length; at++) {
      red[at] = (byte) colours[at].getRed();
      green[at] = (byte) colours[at].getGreen();
      blue[at] = (byte) colours[at].getBlue();
    }
    return new IndexColorModel(2, colours.length, red, green, blue);
  }

  private void draw(Graphics2D canvas) {
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.setColor(GROUND);
    canvas.fillRect(MARGIN, HEIGHT - MARGIN, WIDTH - 2 * MARGIN, 2);
    canvas.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int at = 0; at < points.size(); at++) {
      drawPoint(canvas, at);
    }
  }

  private void drawPoint(Graphics2D canvas, int at) {
    Long count = points.get(at).count();
    boolean rises = !points.get(at).start().isBefore(rise);
    canvas.setColor(rises ? RISE : USUAL);
    if (points.get(at).withheld()) {
      canvas.draw(new Ellipse2D.Double(x(at) - RING / 2, MARGIN - RING / 2, RING, RING));
    }
    if (count == null) {
      return;
    }
    Long before = at == 0 ? null : points.get(at - 1).count();
    canvas.draw(
        before == null
            ? new Line2D.Double(x(at), y(count), x(at), y(count))
            : new Line2D.Double(x(at - 1), y(before), x(at), y(count)));
    if (rises) {
      canvas.fill(new Ellipse2D.Double(x(at) - DOT / 2, y(count) - DOT / 2, DOT, DOT));
    }
  }

  private double x(int at) {
    return MARGIN + (WIDTH - 2.0 * MARGIN) * at / Math.max(1, points.size() - 1);
  }

  private double y(long count) {
    return HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * count / most;
  }
}
