// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How single values are written into state. Strings may be longer than the 64 KB of writeUTF. */
final class Wire {
  private static final int ABSENT = -1;

  private Wire() {}

  static void writeString(DataOutputStream out, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeInt(ABSENT);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static @Nullable String readNullableString(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == ABSENT ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  static String readString(DataInputStream in) throws IOException {
    String value = readNullableString(in);
    if (value == null) {
      throw new IOException("the state lacks a value that it must have");
    }
    return value;
  }

  static void writeInstant(DataOutputStream out, @Nullable Instant value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value.getEpochSecond());
      out.writeInt(value.getNano());
    }
  }

  static @Nullable Instant readInstant(DataInputStream in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
  }

  static void writeDuration(DataOutputStream out, @Nullable Duration value) throws IOException {
    writeString(out, value == null ? null : value.toString());
  }

  static @Nullable Duration readDuration(DataInputStream in) throws IOException {
    String value = readNullableString(in);
    return value == null ? null : Duration.parse(value);
  }
}
