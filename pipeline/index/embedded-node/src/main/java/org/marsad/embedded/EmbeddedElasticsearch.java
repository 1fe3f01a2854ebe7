// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.embedded;

import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.LockObtainFailedException;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.BindHttpException;
import org.elasticsearch.node.ClassPathNode;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.transport.netty4.Netty4Plugin;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The child's main class: {@code EmbeddedElasticsearch DATA_DIRECTORY HTTP_PORT}, port 0 for any
 * that is free.
 *
 * <p>It prints one line on standard output: {@code READY <port>}, or {@code FAILED <reason>
 * <message>} with reason data-locked, port-in-use or other. A byte on standard input stops it in
 * good order. The end of standard input, which comes with the end of its parent however that dies,
 * ends it at once.
 */
public final class EmbeddedElasticsearch {
  private static final int EXIT_FAILED = 1;
  private static final int EXIT_ORPHANED = 2;

  private EmbeddedElasticsearch() {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]).toAbsolutePath();
    int port = Integer.parseInt(args[1]);
    // Ctrl-C reaches the whole process group: the parent decides when its index may stop.
    Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
    LogConfigurator.configureESLogging();
    ClassPathNode node = null;
    try {
      node = new ClassPathNode(environment(data, port), plugins());
      node.start();
      System.out.println("READY " + node.httpPort());
      if (System.in.read() < 0) {
        // The parent died. What is acknowledged is on the disk; a successor wants it at once.
        Runtime.getRuntime().halt(EXIT_ORPHANED);
      }
      node.prepareForClose();
      node.close();
      node.awaitClose(30, TimeUnit.SECONDS);
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.out.println(
          "FAILED "
              + reason(e)
              + " "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      System.out.flush();
      // Halt: a half-built node has threads that would keep the process alive.
      Runtime.getRuntime().halt(EXIT_FAILED);
    }
  }

  private static List<Class<? extends Plugin>> plugins() {
    return List.of(Netty4Plugin.class, LanguageAnalysisPlugin.class, RootEndpointPlugin.class);
  }

  private static Environment environment(Path data, int port) {
    Settings settings =
        Settings.builder()
            .put("cluster.name", "marsad")
            .put("path.home", data.toString())
            .put("path.data", data.resolve("data").toString())
            .put("path.logs", data.resolve("logs").toString())
            .put("path.repo", data.resolve("snapshots").toString())
            .put("discovery.type", "single-node")
            .putList("node.roles", "master", "data", "ingest")
            .put("http.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.host", "127.0.0.1")
            .put("transport.port", "0")
            .put("action.auto_create_index", false)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            // What the collector has not swept yet would count as used, and requests be refused.
            .put("indices.breaker.total.use_real_memory", false)
            .build();
    return InternalSettingsPreparer.prepareEnvironment(
        settings, Map.of(), data.resolve("config"), () -> "marsad");
  }

  private static String reason(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof LockObtainFailedException
          || cause instanceof OverlappingFileLockException) {
        return "data-locked";
      }
      if (cause instanceof BindHttpException) {
        return "port-in-use";
      }
    }
    return "other";
  }
}
