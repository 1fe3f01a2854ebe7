// SPDX-License-Identifier: AGPL-3.0-or-later
/** What people read: alerts and digests in Arabic, French and English, as text and HTML. */
@NullMarked
package org.marsad.alerts.message;

import org.jspecify.annotations.NullMarked;
