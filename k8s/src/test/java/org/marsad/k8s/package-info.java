// SPDX-License-Identifier: AGPL-3.0-or-later
/** Renders what a cluster would get and holds it against the schemas and against what they miss. */
@NullMarked
package org.marsad.k8s;

import org.jspecify.annotations.NullMarked;
