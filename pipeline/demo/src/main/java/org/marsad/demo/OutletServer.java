// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves each outlet of an archive on a port of its own, on loopback only. An article's URL, and so
 * its id in the index, is the same after a restart as long as the base port is.
 */
public final class OutletServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutletServer.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int THREADS = 4;

  private final Map<Outlet, HttpServer> servers = new LinkedHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "demo-outlets");
            thread.setDaemon(true);
            return thread;
          });

  private OutletServer() {}

  /**
   * Starts one site per outlet.
   *
   * @param basePort the first outlet's port, the others follow it; 0 gives each a free one
   * @throws BindException if one of the ports is taken; the message says which and what to do
   */
  public static OutletServer start(DemoArchive archive, int basePort) throws IOException {
    OutletServer server = new OutletServer();
    try {
      for (Outlet outlet : archive.outlets()) {
        int port = basePort == 0 ? 0 : basePort + server.servers.size();
        server.open(outlet, archive.articles(outlet), port);
      }
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    LOG.info("{} fictional outlets answer on {}", server.servers.size(), LOOPBACK);
    return server;
  }

  private void open(Outlet outlet, List<Article> articles, int port) throws IOException {
    HttpServer site = bind(outlet, port);
    servers.put(outlet, site);
    site.createContext("/", new OutletSite(outlet, articles, origin(outlet)));
    site.setExecutor(threads);
    site.start();
  }

  private static HttpServer bind(Outlet outlet, int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
    } catch (BindException e) {
      BindException explained =
          new BindException(
              "Port %d on %s, which the demo outlet %s needs, is in use: stop the program that holds it, or start the demo with another --outlet-port."
                  .formatted(port, LOOPBACK, outlet.id()));
      explained.initCause(e);
      throw explained;
    }
  }

  /** Where the outlet's site is, without a slash at the end. */
  public String origin(Outlet outlet) {
    HttpServer site = servers.get(outlet);
    if (site == null) {
      throw new IllegalArgumentException(outlet.id() + " is not served here");
    }
    return "http://" + LOOPBACK + ":" + site.getAddress().getPort();
  }

  /** Writes the catalogue by which the job finds the outlets, and returns the file. */
  public Path writeCatalogue(Path file) throws IOException {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Outlet outlet : servers.keySet()) {
      entries.add(entry(outlet));
    }
    YAMLFactory yaml =
        YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    new ObjectMapper(yaml).writeValue(file.toFile(), Map.of("outlets", entries));
    return file;
  }

  private Map<String, Object> entry(Outlet outlet) {
    String origin = origin(outlet);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", outlet.id());
    entry.put("name", outlet.name());
    entry.put("language", outlet.language());
    entry.put("home", origin + "/");
    entry.put("region", outlet.region());
    entry.put("kind", outlet.kind());
    entry.put("status", "seen-ok");
    entry.put("note", "fictional outlet of the demo");
    entry.put("fictional", true);
    entry.put("min-delay", "0s");
    entry.put(
        "feeds",
        List.of(feed(origin + "/feed", "articles"), feed(origin + "/comments/feed", "comments")));
    return entry;
  }

  private static Map<String, Object> feed(String url, String content) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("url", url);
    feed.put("content", content);
    feed.put("poll-every", "30s");
    return feed;
  }

  @Override
  public void close() {
    servers.values().forEach(site -> site.stop(0));
    threads.shutdownNow();
  }
}
