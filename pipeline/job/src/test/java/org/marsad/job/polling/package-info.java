// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.marsad.job.polling;

import org.jspecify.annotations.NullMarked;
