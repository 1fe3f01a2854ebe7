// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

/** Counts what one run does. */
final class Tally {
  private int steps;
  private int created;
  private int messages;
  private int sent;
  private int retried;
  private int failed;
  private int putOff;
  private int dropped;

  void handedOut() {
    steps++;
  }

  void created(boolean isNew) {
    created += isNew ? 1 : 0;
  }

  void sent(int deliveries) {
    messages++;
    sent += deliveries;
  }

  void retried() {
    retried++;
  }

  void failed() {
    failed++;
  }

  void putOff() {
    putOff++;
  }

  void dropped() {
    dropped++;
  }

  DispatchReport report(Heartbeat heartbeat) {
    return new DispatchReport(
        steps, created, messages, sent, retried, failed, putOff, dropped, heartbeat);
  }
}
