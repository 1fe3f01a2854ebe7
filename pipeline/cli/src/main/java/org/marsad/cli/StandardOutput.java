// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output, which says so when it cannot be written. */
final class StandardOutput extends OutputStream {
  private static final Path DEVICE = Path.of("/dev/fd/1");
  private static final int FILE_TYPE = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new OutputException(e, isPipe());
    }
  }

  /** A pipe fails only when its reader has gone; the system's message may be in any language. */
  private static boolean isPipe() {
    try {
      int type = (int) Files.getAttribute(DEVICE, "unix:mode") & FILE_TYPE;
      return type == PIPE || type == SOCKET;
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
