// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * What one URL answers: 304 where the client has it already (RFC 9110, section 13), packed where
 * the client takes gzip.
 */
record Resource(int status, String contentType, byte[] body, Instant modified) {
  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  void answer(HttpExchange exchange) throws IOException {
    Headers request = exchange.getRequestHeaders();
    Headers response = exchange.getResponseHeaders();
    String tag = tag();
    response.set("ETag", tag);
    response.set("Last-Modified", HTTP_DATE.format(modified.atOffset(ZoneOffset.UTC)));
    response.set("Vary", "Accept-Encoding");
    if (status == 200 && isKnown(request, tag)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] sent = body;
    String accepted = request.getFirst("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      response.set("Content-Encoding", "gzip");
      sent = packed();
    }
    response.set("Content-Type", contentType);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, sent.length);
    exchange.getResponseBody().write(sent);
  }

  private boolean isKnown(Headers request, String tag) {
    String known = request.getFirst("If-None-Match");
    if (known != null) {
      return known.contains(tag) || known.equals("*");
    }
    String since = request.getFirst("If-Modified-Since");
    if (since == null) {
      return false;
    }
    try {
      Instant seen = ZonedDateTime.parse(since, HTTP_DATE).toInstant();
      return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(seen);
    } catch (DateTimeParseException e) {
      // RFC 9110, section 13.1.3: a date that cannot be read is as if it were not there.
      return false;
    }
  }

  /** Weak, because the packed and the plain body share it. */
  private String tag() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"" + HexFormat.of().formatHex(digest, 0, 8) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private byte[] packed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }
}
