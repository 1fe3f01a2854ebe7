// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

/**
 * What an erasure removed.
 *
 * @param documents that the index held
 * @param versions former texts of theirs, at most
 * @param keptOut ids that the index did not hold, and will not take
 * @param alertExcerpts passages in alerts
 * @param archiveRecords of the pages that were taken out of the archive
 */
record ErasureSummary(
    int documents,
    int versions,
    int keptOut,
    int alertExcerpts,
    int rejections,
    int archiveRecords) {}
