// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.marsad.index.EmbeddedNodeException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Elasticsearch node of our own, in a JVM of its own, on loopback. It keeps everything below its
 * data directory and dies with this JVM, also when this JVM is killed.
 *
 * <p>Nothing that the node has acknowledged is lost when it is killed. A {@link #supervised} node
 * that ends while it is wanted is started again on the same port.
 */
public final class EmbeddedNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedNode.class);
  private static final long FIRST_BACK_OFF_SECONDS = 1;
  private static final long LONGEST_BACK_OFF_SECONDS = 30;

  private final Path home;
  private final Path dataDirectory;
  private final int port;
  private volatile ChildProcess child;
  private volatile boolean closed;

  private EmbeddedNode(Path home, Path dataDirectory, ChildProcess child) {
    this.home = home;
    this.dataDirectory = dataDirectory;
    this.child = child;
    this.port = child.port();
  }

  /**
   * Starts a node and waits until it answers, a few seconds.
   *
   * @param home the checkout's root, below which the build has put the node's jars
   * @param dataDirectory made where it is missing
   * @param port of HTTP; 0 for any that is free
   * @throws EmbeddedNodeException with the remedy, when it cannot be started
   */
  public static EmbeddedNode start(Path home, Path dataDirectory, int port) {
    return new EmbeddedNode(home, dataDirectory, startPatiently(home, dataDirectory, port));
  }

  /** Tries twice: the node of a program that was just killed needs a moment to notice. */
  private static ChildProcess startPatiently(Path home, Path dataDirectory, int port) {
    try {
      return ChildProcess.start(home, dataDirectory, port);
    } catch (EmbeddedNodeException e) {
      if (e.reason() != Reason.DATA_LOCKED && e.reason() != Reason.PORT_IN_USE) {
        throw e;
      }
      return ChildProcess.start(home, dataDirectory, port);
    }
  }

  /** From now on, starts the node again whenever it ends before {@link #close}. */
  public EmbeddedNode supervised() {
    Thread supervisor = new Thread(this::supervise, "elasticsearch-supervisor");
    supervisor.setDaemon(true);
    supervisor.start();
    return this;
  }

  /** The same for as long as this object lives, also after a new start. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Whether the process lives at this moment. */
  public boolean isAlive() {
    return child.isAlive();
  }

  /** The process id of the node at this moment. */
  public long pid() {
    return child.pid();
  }

  /** Ends the process as {@code kill -9} does; a supervised node comes back. For tests. */
  public void kill() {
    child.kill();
  }

  /** Stops the node in good order. */
  @Override
  public synchronized void close() {
    closed = true;
    child.stop();
  }

  private void supervise() {
    long backOff = FIRST_BACK_OFF_SECONDS;
    while (true) {
      child.onExit().join();
      if (closed) {
        return;
      }
      LOG.warn("Elasticsearch has ended; starting it again in {} s", backOff);
      try {
        TimeUnit.SECONDS.sleep(backOff);
        restart();
        backOff = FIRST_BACK_OFF_SECONDS;
      } catch (EmbeddedNodeException e) {
        LOG.error("Elasticsearch could not be started", e);
        backOff = Math.min(LONGEST_BACK_OFF_SECONDS, 2 * backOff);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void restart() {
    if (!closed) {
      child = ChildProcess.start(home, dataDirectory, port);
      LOG.info("Elasticsearch is back at {}", url());
    }
  }
}
