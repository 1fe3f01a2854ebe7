// SPDX-License-Identifier: AGPL-3.0-or-later
/** What somebody wants to be told about: a saved query, and how often it is looked at. */
@NullMarked
package org.marsad.alerts.rule;

import org.jspecify.annotations.NullMarked;
