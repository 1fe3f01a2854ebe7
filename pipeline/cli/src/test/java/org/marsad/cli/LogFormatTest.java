// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.Json;

/** The shipped configuration of the logs. */
class LogFormatTest {
  private static final String FORMAT = "marsad.log.format";

  @AfterEach
  void forget() {
    System.clearProperty(FORMAT);
  }

  @Test
  void aLineIsAnObjectWhereJsonIsAskedFor() throws Exception {
    System.setProperty(FORMAT, "json");
    String line = line("said \"so\"\nand \u0645\u0631\u0635\u062f");
    assertThat(line).hasLineCount(1);
    JsonNode json = Json.MAPPER.readTree(line);
    assertThat(json.path("message").asText())
        .isEqualTo("said \"so\"\nand \u0645\u0631\u0635\u062f");
    assertThat(json.path("level").asText()).isEqualTo("WARN");
    assertThat(json.path("logger").asText()).isEqualTo("org.marsad.Something");
    assertThat(json.path("time").asText()).isEqualTo("2026-11-28T10:15:30.000Z");
  }

  @Test
  void aLineIsForPeopleElsewhere() throws Exception {
    assertThat(line("said so")).contains("WARN  Something: said so").doesNotContain("{");
  }

  /** With a stack trace at hand, whose messages may quote anything: it must not be in the line. */
  private static String line(String message) throws Exception {
    URI shipped = Objects.requireNonNull(LogFormatTest.class.getResource("/log4j2.xml")).toURI();
    try (LoggerContext context = new LoggerContext("test")) {
      Configuration configuration =
          ConfigurationFactory.getInstance().getConfiguration(context, "test", shipped);
      configuration.initialize();
      Log4jLogEvent event =
          Log4jLogEvent.newBuilder()
              .setLoggerName("org.marsad.Something")
              .setLevel(Level.WARN)
              .setMessage(new SimpleMessage(message))
              .setThrown(new IllegalStateException("planted secret"))
              .setTimeMillis(1795860930000L)
              .build();
      byte[] bytes = configuration.getAppender("console").getLayout().toByteArray(event);
      String line = new String(bytes, StandardCharsets.UTF_8);
      assertThat(line).doesNotContain("planted secret");
      return line;
    }
  }
}
