// SPDX-License-Identifier: AGPL-3.0-or-later
/** The one place that knows Stanford CoreNLP. */
@NullMarked
package org.marsad.classifiers.corenlp;

import org.jspecify.annotations.NullMarked;
