// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A file's bytes, decompressed where its first two say that it is gzip-compressed, in one member or
 * in many. What precedes a cut is delivered before the exception is thrown.
 */
final class Content extends FilterInputStream {
  /**
   * Text shrinks to a fifth, repetitive exports to a fiftieth; more than this is made on purpose.
   */
  private static final int HIGHEST_RATIO = 200;

  /** Below it, a bomb costs less than a second. */
  private static final long HARMLESS_BYTES = 100L * 1024 * 1024;

  private static final int BUFFER = 64 * 1024;

  private static final int LONGEST_SIGNATURE = 6;

  /** By their first bytes, as Latin-1. A spreadsheet's and a WACZ's are those of a ZIP. */
  private static final Map<String, String> OTHER_PACKINGS =
      Map.of(
          "PK\u0003\u0004", "ZIP",
          "7z\u00BC\u00AF", "7-Zip",
          "BZh", "bzip2",
          "\u00FD7zXZ", "xz",
          "(\u00B5/\u00FD", "zstd");

  private final Compressed source;
  private long delivered;

  private Content(InputStream bytes, Compressed source) {
    super(bytes);
    this.source = source;
  }

  static Content of(InputStream file) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(file, BUFFER);
    buffered.mark(LONGEST_SIGNATURE);
    String start = new String(buffered.readNBytes(LONGEST_SIGNATURE), StandardCharsets.ISO_8859_1);
    buffered.reset();
    refuseOtherPacking(start);
    boolean gzip = start.startsWith("\u001F\u008B");
    Compressed source = new Compressed(buffered);
    return new Content(gzip ? new GZIPInputStream(source, BUFFER) : source, source);
  }

  private static void refuseOtherPacking(String start) throws BadFileException {
    for (Map.Entry<String, String> packing : OTHER_PACKINGS.entrySet()) {
      if (start.startsWith(packing.getKey())) {
        throw new BadFileException(
            "other-packing",
            "the file is packed with "
                + packing.getValue()
                + "; unpack it, or save a spreadsheet as CSV, and import what is in it");
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    delivered += Math.max(read, 0);
    if (delivered > HARMLESS_BYTES && delivered / HIGHEST_RATIO > source.read) {
      throw new BadFileException(
          "decompression-bomb",
          "the file unpacks to more than "
              + HIGHEST_RATIO
              + " times its size; unpack it and look at it before importing it");
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return Math.max(read(new byte[(int) Math.min(count, BUFFER)]), 0);
  }

  /** Nothing, so that no caller asks for more after a part and loses that part to an exception. */
  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Unpacks what a bomb would need to be told from a harmless file. */
  void exposeBomb() throws IOException {
    byte[] scratch = new byte[BUFFER];
    while (delivered <= HARMLESS_BYTES && read(scratch) >= 0) {
      // Only the count matters.
    }
  }

  private static final class Compressed extends FilterInputStream {
    private long read;

    Compressed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      read += Math.max(count, 0);
      return count;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    /** Or else a pipe that pauses between two gzip members would count as ended. */
    @Override
    public int available() {
      return 1;
    }
  }
}
