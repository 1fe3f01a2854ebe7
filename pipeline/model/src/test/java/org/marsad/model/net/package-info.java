// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.marsad.model.net;

import org.jspecify.annotations.NullMarked;
