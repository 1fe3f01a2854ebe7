// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several logistic regressions over one hashed TF-IDF space (sublinear TF, length 1), quantised to
 * a byte a weight on a square-root scale. Immutable; safe for many threads.
 *
 * <p>The file holds no compressed stream, since those differ between zlib builds: runs of empty
 * buckets are skipped instead, so that equal models are equal bytes.
 */
public final class LinearModel {
  private static final int MAGIC = 0x4D525344;
  private static final int VERSION = 1;
  private static final double[] TERM_FREQUENCY = new double[64];
  private static final float[] DECODED = new float[256];

  /** IDF is kept in steps of one sixteenth. */
  static final double IDF_STEP = 1 / 16.0;

  static {
    for (int count = 1; count < TERM_FREQUENCY.length; count++) {
      TERM_FREQUENCY[count] = 1 + StrictMath.log(count);
    }
    for (int code = 0; code < 256; code++) {
      double root = ((byte) code) / 127.0;
      DECODED[code] = (float) (Math.signum(root) * root * root);
    }
  }

  private final int bits;
  private final List<String> heads;
  private final double[] scales;
  private final double[] biases;

  /** For each bucket: IDF code, then a weight code for each head. */
  private final byte[] table;

  LinearModel(int bits, List<String> heads, double[] scales, double[] biases, byte[] table) {
    this.bits = bits;
    this.heads = List.copyOf(heads);
    this.scales = scales;
    this.biases = biases;
    this.table = table;
  }

  static LinearModel quantise(
      int bits, byte[] idf, List<String> heads, List<float[]> weights, double[] biases) {
    int width = heads.size() + 1;
    byte[] table = new byte[(1 << bits) * width];
    double[] scales = new double[heads.size()];
    for (int bucket = 0; bucket < idf.length; bucket++) {
      table[bucket * width] = idf[bucket];
    }
    for (int head = 0; head < heads.size(); head++) {
      float[] weight = weights.get(head);
      double largest = 1e-9;
      for (int bucket = 0; bucket < weight.length; bucket++) {
        largest = Math.max(largest, Math.abs(weight[bucket] * (idf[bucket] & 0xFF) * IDF_STEP));
      }
      scales[head] = largest;
      for (int bucket = 0; bucket < weight.length; bucket++) {
        double value = weight[bucket] * (idf[bucket] & 0xFF) * IDF_STEP / largest;
        table[bucket * width + 1 + head] =
            (byte) Math.round(Math.signum(value) * Math.sqrt(Math.abs(value)) * 127);
      }
    }
    return new LinearModel(bits, heads, scales, biases, table);
  }

  static double termFrequency(int count) {
    return count < TERM_FREQUENCY.length ? TERM_FREQUENCY[count] : 1 + StrictMath.log(count);
  }

  /** Names of the heads, in the order of {@link #scores}. */
  public List<String> heads() {
    return heads;
  }

  /** Position of a head in {@link #scores}. */
  public int head(String name) {
    int at = heads.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("No head " + name + " among " + heads);
    }
    return at;
  }

  /**
   * These heads as a model of their own. Scoring waits for memory: the fewer heads a row has, the
   * more rows a cache line holds, so heads that are asked apart belong into models of their own.
   */
  public LinearModel only(List<String> chosen) {
    int width = heads.size() + 1;
    int narrow = chosen.size() + 1;
    double[] chosenScales = new double[chosen.size()];
    double[] chosenBiases = new double[chosen.size()];
    byte[] rows = new byte[(1 << bits) * narrow];
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      rows[bucket * narrow] = table[bucket * width];
    }
    for (int to = 0; to < chosen.size(); to++) {
      int from = head(chosen.get(to));
      chosenScales[to] = scales[from];
      chosenBiases[to] = biases[from];
      for (int bucket = 0; bucket < 1 << bits; bucket++) {
        rows[bucket * narrow + 1 + to] = table[bucket * width + 1 + from];
      }
    }
    return new LinearModel(bits, chosen, chosenScales, chosenBiases, rows);
  }

  /** The decision value of each head; an empty vector gets the biases. */
  public double[] scores(SparseVector vector) {
    int width = heads.size() + 1;
    int shift = FeatureHasher.BITS - bits;
    double[] sums = new double[heads.size()];
    double squares = 0;
    for (int i = 0; i < vector.size; i++) {
      double frequency = termFrequency(vector.counts[i]);
      int row = (vector.hashes[i] >>> shift) * width;
      // A bucket that was empty in training adds nothing, as its codes are 0. To skip it would cost
      // more: the processor does not fetch ahead past a branch that it guesses wrongly.
      double value = frequency * (table[row] & 0xFF);
      squares += value * value;
      for (int head = 0; head < sums.length; head++) {
        sums[head] += frequency * DECODED[table[row + 1 + head] & 0xFF];
      }
    }
    double norm = squares == 0 ? 1 : Math.sqrt(squares) * IDF_STEP;
    for (int head = 0; head < sums.length; head++) {
      sums[head] = sums[head] * scales[head] / norm + biases[head];
    }
    return sums;
  }

  /** Writes the model; equal models give equal bytes. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(bits);
    out.writeInt(heads.size());
    for (int head = 0; head < heads.size(); head++) {
      out.writeUTF(heads.get(head));
      out.writeDouble(scales[head]);
      out.writeDouble(biases[head]);
    }
    int width = heads.size() + 1;
    int empty = 0;
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      if (table[bucket * width] == 0) {
        empty++;
        continue;
      }
      writeGap(out, empty);
      empty = 0;
      out.write(table, bucket * width, width);
    }
    writeGap(out, empty);
  }

  private static void writeGap(DataOutputStream out, int gap) throws IOException {
    int rest = gap;
    while (rest >= 0x80) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  /** Reads what {@link #write} wrote. */
  public static LinearModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("Not a model file");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("Model file of version " + version + "; this program reads " + VERSION);
    }
    int bits = in.readInt();
    int count = in.readInt();
    List<String> heads = new ArrayList<>();
    double[] scales = new double[count];
    double[] biases = new double[count];
    for (int head = 0; head < count; head++) {
      heads.add(in.readUTF());
      scales[head] = in.readDouble();
      biases[head] = in.readDouble();
    }
    int width = count + 1;
    byte[] table = new byte[(1 << bits) * width];
    int bucket = readGap(in);
    while (bucket < 1 << bits) {
      in.readFully(table, bucket * width, width);
      bucket += 1 + readGap(in);
    }
    return new LinearModel(bits, heads, scales, biases, table);
  }

  private static int readGap(DataInputStream in) throws IOException {
    int gap = 0;
    int shift = 0;
    int part;
    do {
      part = in.readUnsignedByte();
      gap |= (part & 0x7F) << shift;
      shift += 7;
    } while (part >= 0x80);
    return gap;
  }
}
