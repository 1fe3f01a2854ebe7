// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.store;

/**
 * A value with what tells whether somebody else has changed it since.
 *
 * @param sequence and {@code term}: Elasticsearch's, opaque to others
 */
public record Kept<T>(String id, T value, long sequence, long term) {}
