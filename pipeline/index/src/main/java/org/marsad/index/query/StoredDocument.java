// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import org.marsad.model.Document;

/**
 * A document as the index has it. Where its assessment is not classified, the figures in that are
 * meaningless: they are not stored.
 *
 * @param version 1 for the first text, one more with each edit
 */
public record StoredDocument(Document document, int version) {}
