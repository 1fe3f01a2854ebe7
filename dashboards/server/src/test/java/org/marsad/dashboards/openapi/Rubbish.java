// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleDocuments;

/** Requests to one operation of the API that nobody in their right mind would send. */
final class Rubbish {
  /** As they stand in an address. */
  private static final List<String> VALUES =
      List.of(
          "",
          "%20",
          "%00",
          "a%00b",
          "%FF",
          "%C3%28",
          "%ED%A0%80",
          "%EF%BF%BF",
          "%E2%80%AEexe.txt",
          "%E2%81%A6%E2%81%A9",
          "%EF%BB%BF",
          "%F0%9F%92%A9",
          "%0D%0AX-Evil:%201",
          "%2E%2E%2F%2E%2E%2Fetc%2Fpasswd",
          "..%5C..%5Cboot.ini",
          "%252e%252e%252f",
          "..;",
          "~",
          "-1",
          "0",
          "5",
          "100",
          "101",
          "2147483648",
          "99999999999999999999",
          "1e309",
          "NaN",
          "0x10",
          "%D9%A3",
          "true",
          "TRUE",
          "null",
          "undefined",
          "%7B%7D",
          "%5B%5D",
          "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
          "%27%20OR%201%3D1--",
          "%22unclosed",
          "%28%28%28%28",
          "-",
          "--",
          "-%22",
          "*",
          "**",
          "a*",
          "%7C",
          "a%20%7C",
          "%2B",
          "AND%20OR%20NOT",
          "a~9",
          "_exists_:x",
          "%7B%22match_all%22:%7B%7D%7D",
          "2026-13-45",
          "0000-00-00",
          "%2B999999999-12-31",
          "2026-03-01",
          "1900-01-01",
          "2199-12-31",
          "9999-12-31T23:59:59Z",
          "2026-03-01T08:00:00Z",
          "2026-03-01T08:00:00%2B99:00",
          "WyJ4Il0",
          "W10",
          "bnVsbA",
          "HOSTILE",
          "hostile",
          "newest",
          "x".repeat(501),
          "%D9%85".repeat(600));

  private static final List<String> IDS =
      List.of(SampleDocuments.MASKED_ID, SampleAlerts.RULE, SampleAlerts.RISE, "script", "nothing");

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "{",
          "}",
          "[]",
          "null",
          "1",
          "\"text\"",
          "{} {}",
          "{\"a\":1,\"a\":2}",
          "\u0000",
          "{\"\u202E\":\"\u202E\"}",
          "{\"__proto__\":{}}",
          "[".repeat(20_000),
          "{\"a\":".repeat(2_000),
          "{\"names\":1e999}",
          "<rule/>",
          "\uFEFF{}",
          "{\"until\":\"" + "9".repeat(3_000) + "\"}");

  private static final List<String> JSON =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\"",
          "\"../../x\"",
          "\"<script>\"",
          "\"HOSTILE\"",
          "\"DAY\"",
          "\"INSTANT\"",
          "\"EMAIL\"",
          "\"fr\"",
          "\"a@example.org\"",
          "\"2026-03-01T08:00:00Z\"",
          "\"25:61\"",
          "\"08:00\"",
          "[]",
          "[null]",
          "[1]",
          "[\"\"]",
          "[[\"x\"]]",
          "[\"HOSTILE\"]",
          "{}",
          "{\"en\":\"Name\"}",
          "{\"en\":null}",
          "{\"\":\"\"}",
          "{\"from\":\"08:00\",\"to\":1}",
          "{\"stances\":[\"HOSTILE\"]}",
          "{\"text\":\"((\\\"\"}",
          "\"" + "y".repeat(2_001) + "\"");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json",
          "application/json;charset=x",
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "/",
          ";");

  private static final List<String> COOKIES =
      List.of(
          "=",
          ";;;",
          "a",
          "a=\"",
          "a=b=c; =d",
          "session=%00",
          "x=" + "z".repeat(4_000),
          "$Version=9");

  private final String method;
  private final String path;
  private final List<String> parameters = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final Random random;

  private Rubbish(String method, String path, JsonNode operation, JsonNode schemas) {
    this.method = method;
    this.path = path;
    this.random = new Random(name().hashCode());
    for (JsonNode parameter : operation.get("parameters")) {
      String where = parameter.get("in").asText();
      if (where.equals("query")) {
        parameters.add(parameter.get("name").asText());
      } else if (where.equals("header")) {
        headers.add(parameter.get("name").asText());
      }
    }
    String shape = operation.at("/requestBody/content/application~1json/schema/$ref").asText("/");
    schemas
        .path(shape.substring(shape.lastIndexOf('/') + 1))
        .path("properties")
        .fieldNames()
        .forEachRemaining(keys::add);
  }

  static List<Rubbish> operations(JsonNode description) {
    List<Rubbish> all = new ArrayList<>();
    JsonNode schemas = description.at("/components/schemas");
    description
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        one ->
                            all.add(
                                new Rubbish(
                                    one.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    one.getValue(),
                                    schemas))));
    return all;
  }

  String name() {
    return method + " " + path;
  }

  String method() {
    return method;
  }

  HttpRequest.Builder next(SampleApi api) {
    String id = random.nextInt(3) == 0 ? any(IDS) : any(VALUES);
    String address = path.replaceAll("\\{\\w+}", id.isEmpty() ? "%20" : id) + query();
    HttpRequest.Builder request = api.request(address).method(method, body());
    if (random.nextInt(4) > 0) {
      request.header("Content-Type", any(TYPES));
    }
    if (random.nextInt(3) == 0) {
      request.header("Cookie", any(COOKIES));
    }
    if (random.nextInt(3) == 0) {
      request.header("Accept-Language", any(List.of("*", ";q=", "xx-", "ar;q=9")));
    }
    headers.stream()
        .filter(header -> random.nextBoolean())
        .forEach(header -> request.header(header, any(List.of("*", "\"", "1-1", "W/\"x\"", " "))));
    return request;
  }

  private String query() {
    List<String> parts = new ArrayList<>();
    for (String parameter : parameters) {
      for (int times = random.nextInt(8) / 4; times > 0; times--) {
        parts.add(parameter + "=" + any(VALUES));
      }
      if (random.nextInt(40) == 0) {
        parts.addAll(Collections.nCopies(60, parameter + "=a"));
      }
    }
    if (random.nextInt(10) == 0) {
      parts.add(any(VALUES));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private BodyPublisher body() {
    if (method.equals("GET")) {
      return BodyPublishers.noBody();
    }
    return switch (random.nextInt(4)) {
      case 0 -> BodyPublishers.ofString(any(BODIES));
      case 1 -> {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        yield BodyPublishers.ofByteArray(bytes);
      }
      default ->
          BodyPublishers.ofString(
              keys.stream()
                  .filter(key -> random.nextInt(5) > 0)
                  .map(key -> "\"" + key + "\":" + any(JSON))
                  .collect(Collectors.joining(",", "{", "}")));
    };
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
