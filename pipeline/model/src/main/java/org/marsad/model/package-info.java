// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a document is, from its capture to the index. Every record here may travel through Flink, so
 * each is public and made of the types that Flink serialises without generic fallback.
 */
@NullMarked
package org.marsad.model;

import org.jspecify.annotations.NullMarked;
