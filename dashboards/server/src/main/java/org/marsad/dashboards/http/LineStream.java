// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines that is written while it is made. What fails before the first line is answered as
 * every other fault; what fails later breaks the connection off, so that the reader's program sees
 * that the file is not whole. A reader who goes away ends the work at the next line.
 */
public final class LineStream {
  private static final Logger LOG = LoggerFactory.getLogger(LineStream.class);

  private final Context context;
  private final String head;
  private boolean hasBegun;

  private LineStream(Context context, String head) {
    this.context = context;
    this.head = head;
  }

  /** Writes all lines. */
  @FunctionalInterface
  public interface Source {
    void writeTo(LineStream lines) throws IOException;
  }

  /**
   * @param name of the file
   * @param head what it begins with
   */
  public static void answer(
      Context context, String mediaType, String name, String head, Source source)
      throws IOException {
    LineStream lines = new LineStream(context, head);
    try {
      context
          .contentType(mediaType)
          .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
      source.writeTo(lines);
      lines.write("");
      lines.stream().flush();
    } catch (IOException | RuntimeException e) {
      if (!lines.hasBegun) {
        context.res().setHeader("Content-Disposition", null);
        throw e;
      }
      if (e instanceof IOException) {
        LOG.info("{} was broken off: its reader has gone away ({})", context.path(), e.toString());
      } else {
        LOG.warn("{} was broken off", context.path(), e);
      }
      breakOff(context);
    }
  }

  /**
   * @param line with its end
   * @throws IOException when the reader has gone away
   */
  public void write(String line) throws IOException {
    if (!hasBegun) {
      hasBegun = true;
      stream().write(head.getBytes(StandardCharsets.UTF_8));
    }
    stream().write(line.getBytes(StandardCharsets.UTF_8));
  }

  private OutputStream stream() {
    return context.outputStream();
  }

  /** Without the last chunk, which would say that this was all. */
  private static void breakOff(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
