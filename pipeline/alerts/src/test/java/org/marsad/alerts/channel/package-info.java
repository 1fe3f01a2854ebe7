// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.marsad.alerts.channel;

import org.jspecify.annotations.NullMarked;
