// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The archive of captured pages: web archive files (ISO 28500) of gzip members, one for each
 * record, in one folder. Every page is a {@code metadata} record, which tells what else was known
 * at the capture, and behind it a {@code resource} record, the page as it was received and
 * unpacked. It is no {@code response} record, since the bytes on the wire and the headers are not
 * kept.
 *
 * <p>A record is appended under the folder's lock, by opening the file by its name. So whoever
 * holds the lock may put another file in its place, as {@link org.marsad.sources.warc.WarcErasure}
 * does, also while Marsad runs. Only files of which nobody writes any more can have a torn end: a
 * writer begins a file of its own with each start, and after each fault.
 */
@NullMarked
package org.marsad.sources.warc;

import org.jspecify.annotations.NullMarked;
