// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

/**
 * What one run of the dispatcher did.
 *
 * @param steps handed to the outbox
 * @param created deliveries that are new in the outbox
 * @param messages that were sent
 * @param sent deliveries that went in them
 * @param retried deliveries that did not get through and will be tried again
 * @param failed deliveries that were given up
 * @param putOff deliveries that wait for the end of quiet hours or for the next day
 * @param dropped deliveries that nobody wants any more
 */
public record DispatchReport(
    int steps,
    int created,
    int messages,
    int sent,
    int retried,
    int failed,
    int putOff,
    int dropped,
    Heartbeat heartbeat) {}
