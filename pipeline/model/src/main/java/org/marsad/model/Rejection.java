// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;

/**
 * One input that could not be taken. It never stops the job, and it is never silent.
 *
 * @param reason a stable, lower-case, hyphenated code such as "malformed-json" or "too-large"
 * @param message what is wrong and what to do, for a person; no personal data
 * @param reference where to find the input again: a URL, or file and record number
 */
public record Rejection(
    String sourceId, Stage stage, String reason, String message, String reference, Instant at) {}
