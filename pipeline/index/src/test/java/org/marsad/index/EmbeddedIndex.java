// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real, empty index for the tests of one class, with its templates installed:
 *
 * <pre>{@code @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();}</pre>
 */
public final class EmbeddedIndex implements BeforeAllCallback, AfterAllCallback {
  public static final Path HOME = Path.of(System.getProperty("marsad.home"));

  private @Nullable Path directory;
  private @Nullable EmbeddedNode node;
  private @Nullable IndexConnection connection;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    directory = Files.createTempDirectory("marsad-index");
    EmbeddedNode started = EmbeddedNode.start(HOME, directory, 0);
    node = started;
    connection = IndexConnection.open(started.url(), null);
    connection.installTemplates();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (connection != null) {
      connection.close();
    }
    if (node != null) {
      node.close();
    }
    if (directory != null) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  public EmbeddedNode node() {
    return started(node);
  }

  public IndexConnection connection() {
    return started(connection);
  }

  /** Makes everything written so far visible to searches. */
  public void refresh() {
    connection().call(c -> c.indices().refresh(r -> r.index(IndexNames.ALL)).shards());
  }

  /** Empties all indices; those that are empty are left, which is faster. */
  public void clear() {
    refresh();
    List<String> filled = IndexNames.ALL.stream().filter(this::hasDocuments).toList();
    for (String name : filled) {
      connection().call(c -> c.indices().delete(d -> d.index(name + "-1")));
    }
    if (!filled.isEmpty()) {
      connection().installTemplates();
    }
  }

  private boolean hasDocuments(String name) {
    // By the alias, tombstones would not be seen.
    return connection().call(c -> c.count(q -> q.index(name + "-1")).count()) > 0;
  }

  /** How many documents there are below the alias, refreshed. */
  public long count(String name) {
    refresh();
    return connection().call(c -> c.count(q -> q.index(name)).count());
  }

  /** How many documents have this value in this field, refreshed. */
  public long count(String name, String field, String value) {
    refresh();
    return connection()
        .call(
            c ->
                c.count(
                        n ->
                            n.index(name)
                                .query(
                                    q -> q.match(m -> m.field(field).query(FieldValue.of(value)))))
                    .count());
  }

  private static <T> T started(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("register this as a static extension first");
    }
    return part;
  }
}
