// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.store.Kept;
import org.marsad.model.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records as JSON and back. What another release stored in another form is named in the log, never
 * quoted, since it may be personal, and is left as it is.
 */
final class Form<T extends Record> {
  private static final Logger LOG = LoggerFactory.getLogger(Form.class);

  private final Class<T> type;

  Form(Class<T> type) {
    this.type = type;
  }

  /** By way of bytes, in which a broken surrogate becomes a question mark: none can be sent. */
  ObjectNode write(T value) {
    try {
      byte[] json = Json.MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("records are always encodable", e);
    }
  }

  /**
   * @param id by which the value is called
   * @param source where it lies within the document
   */
  Optional<Kept<T>> read(Kept<?> document, String id, JsonNode source) {
    try {
      T value = Json.MAPPER.treeToValue(source, type);
      if (value != null && isComplete(value)) {
        return Optional.of(new Kept<>(id, value, document.sequence(), document.term()));
      }
    } catch (JsonProcessingException e) {
      // Its message quotes the value: what is said below has to do.
    }
    LOG.warn(
        "{} {} in the index has a form that this release does not know, and is passed over: store"
            + " it again, or remove it",
        type.getSimpleName(),
        id);
    return Optional.empty();
  }

  /** The codec takes absent components for null, wherever they may not be. */
  private boolean isComplete(T value) {
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
            && component.getAccessor().invoke(value) == null) {
          return false;
        }
      }
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("components of public records are readable", e);
    }
  }
}
