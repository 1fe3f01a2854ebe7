// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The heap of another Java program on this machine, over its management interface. */
final class RemoteHeap implements AutoCloseable {
  private final JMXConnector connector;
  private final MemoryMXBean memory;

  private RemoteHeap(JMXConnector connector, MemoryMXBean memory) {
    this.connector = connector;
    this.memory = memory;
  }

  /**
   * @throws Remedy if this Java cannot look into another
   */
  @SuppressWarnings("BanJNDI") // The address is that of an agent in a program of the same user.
  static RemoteHeap of(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      String address;
      try {
        address = machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
      JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
      return new RemoteHeap(
          connector,
          ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              ManagementFactory.MEMORY_MXBEAN_NAME,
              MemoryMXBean.class));
    } catch (AttachNotSupportedException | IOException fault) {
      throw new Remedy(
          "the memory of Marsad's process "
              + pid
              + " cannot be looked at ("
              + fault.getMessage()
              + "): run the benchmark as the same user, with a whole JDK.",
          fault);
    }
  }

  /** Bytes in use after a garbage collection, which this brings about. */
  long usedAfterCollection() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      // The program has ended, and the connection with it.
    }
  }
}
