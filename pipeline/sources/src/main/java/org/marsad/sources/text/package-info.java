// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Small pure steps on text and its names: bytes to characters, URLs to one spelling, stated dates
 * to instants, what names a private person masked. None of them knows pages, feeds or Flink.
 */
@NullMarked
package org.marsad.sources.text;

import org.jspecify.annotations.NullMarked;
