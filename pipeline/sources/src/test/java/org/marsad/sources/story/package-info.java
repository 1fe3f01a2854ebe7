// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of stories, and how well they are told. */
@NullMarked
package org.marsad.sources.story;

import org.jspecify.annotations.NullMarked;
