// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * From folders of labelled JSONL to the shipped models. Everything is sorted and single-threaded,
 * so that the same data give the same bytes; the reference set is read only to keep its texts out.
 */
@NullMarked
package org.marsad.classifiers.train;

import org.jspecify.annotations.NullMarked;
