// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How messages are sent.
 *
 * @param publicUrl of the dashboards, as readers reach them
 * @param catchUpSettle how long old news wait for each other after an outage, to go out as one
 *     digest
 * @param hourlyCap messages an hour to all subscribers together; what is above waits
 * @param decisionsOverdueAfter how long after an hour was judged the next one has to be
 * @param operatorAddress the e-mail address that hears when alerting fails; null for nobody
 * @param operatorLanguage ar, fr or en
 * @param heartbeatUrl asked once a minute as long as all is well, so that whoever watches it learns
 *     when alerting is down; null for none
 */
public record DispatchSettings(
    URI publicUrl,
    Duration catchUpSettle,
    int hourlyCap,
    Duration decisionsOverdueAfter,
    @Nullable String operatorAddress,
    String operatorLanguage,
    @Nullable URI heartbeatUrl) {}
