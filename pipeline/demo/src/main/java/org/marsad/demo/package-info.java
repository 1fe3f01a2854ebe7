// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The demo: an archive of fictional outlets, expanded by a fixed seed from texts written for it,
 * and a server on loopback that shows each outlet as a site of its own, with feeds, pages and
 * reader comments. The job polls it as it polls any outlet. What the author meant by each text
 * ({@link org.marsad.demo.Label}) is for tests only and is never served.
 */
@NullMarked
package org.marsad.demo;

import org.jspecify.annotations.NullMarked;
