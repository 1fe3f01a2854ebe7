// SPDX-License-Identifier: AGPL-3.0-or-later
/** The command line: one class a command, and what the commands share. */
@NullMarked
package org.marsad.cli;

import org.jspecify.annotations.NullMarked;
