// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.marsad.dashboards.audit.AuditHead;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.Erasure;
import org.marsad.index.IndexConnection;

/**
 * One dashboard over all samples for every test class that registers it, since a node takes long to
 * start; tests leave the samples as they are:
 *
 * <pre>{@code @RegisterExtension static final SampleServer SERVER = new SampleServer();}</pre>
 *
 * Or one of its own, with an index of its own, for a class that changes them.
 */
public final class SampleServer implements BeforeAllCallback {
  private final boolean isShared;
  private @Nullable Served served;

  public SampleServer() {
    this(true);
  }

  private SampleServer(boolean isShared) {
    this.isShared = isShared;
  }

  /** For one test class alone. */
  public static SampleServer own() {
    return new SampleServer(false);
  }

  /** Stops when the last test class is over, or its own. */
  private record Served(
      EmbeddedIndex index, Path directory, SampleApi api, ExtensionContext context)
      implements AutoCloseable {

    private static Served start(ExtensionContext context) {
      try {
        EmbeddedIndex index = new EmbeddedIndex();
        index.beforeAll(context);
        Path directory = Files.createTempDirectory("marsad-audit");
        return new Served(index, directory, new SampleApi(index, directory), context);
      } catch (Exception e) {
        throw new IllegalStateException("the samples cannot be served", e);
      }
    }

    @Override
    public void close() throws Exception {
      api.close();
      index.afterAll(context);
      Files.deleteIfExists(api.auditLog());
      Files.deleteIfExists(AuditHead.fileOf(api.auditLog()));
      Files.delete(directory);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // A class's store looks into that of all classes, too: its own has a name of its own.
    Store store =
        isShared
            ? context.getRoot().getStore(Namespace.GLOBAL)
            : context.getStore(Namespace.create(SampleServer.class, context.getUniqueId()));
    served = store.computeIfAbsent(Served.class, key -> Served.start(context), Served.class);
  }

  public EmbeddedIndex index() {
    return started().index();
  }

  public SampleApi api() {
    return started().api();
  }

  /** Where a page is to be seen. */
  public String address(String path) {
    return api().address() + path.substring(1);
  }

  /** Of a document that is no sample. */
  public void erase(String id, String reason, Instant at) {
    IndexConnection connection = index().connection();
    new Erasure(connection).erase(new DocumentsToErase(connection).read(List.of(id)), reason, at);
  }

  private Served started() {
    return Objects.requireNonNull(served, "register this as a static extension first");
  }
}
