// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.marsad.sources.network.x;

import org.jspecify.annotations.NullMarked;
