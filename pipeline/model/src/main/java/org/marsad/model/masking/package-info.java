// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What of a text must not be shown as it is, on a page, in a mail or in an export: slurs, calls for
 * violence, and marks that scramble the text around them.
 */
@NullMarked
package org.marsad.model.masking;

import org.jspecify.annotations.NullMarked;
