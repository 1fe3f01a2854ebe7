// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

/**
 * One thing that is wrong with alerting, or with what it lives on.
 *
 * @param kind the same as long as it is the same trouble; a-z, digits and hyphens
 * @param text an English sentence without addresses, with what to do
 */
record Trouble(String kind, String text) {}
